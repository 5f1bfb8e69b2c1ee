package luohu.decision;

import java.util.List;
import luohu.facts.DocumentCode;
import luohu.packages.Material;
import luohu.packages.PathwayText;

/**
 * A paper to bring.
 *
 * @param name what the clause calls it
 * @param options any one option meets the requirement; an option needs every document in it
 * @param basis whether the clause lists it or it is implied by the condition
 * @param from whose paper it is
 * @param openEnded whether the clause ends its list with 等
 * @param clause where it is listed
 * @param held whether the applicant holds it; null when that was not said or the paper is not the applicant's
 */
public record MaterialAnswer(
        String name,
        List<List<DocumentCode>> options,
        Material.Basis basis,
        Material.Source from,
        boolean openEnded,
        String clause,
        Boolean held) {

    /** A paper of a pathway; where it names no clause of its own, that of the pathway lists it. */
    public static MaterialAnswer of(Material material, PathwayText pathway, Boolean held) {
        return new MaterialAnswer(
                material.name(),
                material.options(),
                material.basis(),
                material.from(),
                material.openEnded(),
                material.clause() == null ? pathway.clause() : material.clause(),
                held);
    }
}

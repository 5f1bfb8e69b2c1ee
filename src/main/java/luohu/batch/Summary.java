package luohu.batch;

import java.util.List;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of the lines of a batch.
 *
 * @param lines how many lines there were, blank ones before the last other one included
 * @param answered how many were answered
 * @param refused how many were not
 * @param problems the lines not answered, by the code of the problem
 * @param applicants the lines answered, by the best outcome among all pathways
 * @param packages the lines answered, by the package that decided; in the order of ids
 */
@Schema(name = "BatchSummary")
public record Summary(
        long lines,
        long answered,
        long refused,
        SortedMap<String, Long> problems,
        Outcomes applicants,
        List<ByPackage> packages) {

    /** The last line of a batch: what tells it from answers and problems is its only member. */
    @Schema(name = "BatchEnd")
    public record End(Summary summary) {}

    /**
     * How often each outcome came.
     *
     * @param matched how often it matched
     * @param undetermined how often more facts would settle it
     * @param notMatched how often it did not match
     */
    @Schema(name = "BatchOutcomes")
    public record Outcomes(long matched, long undetermined, long notMatched) {}

    /**
     * The lines that one package decided.
     *
     * @param id the package
     * @param digest its digest
     * @param answered how many lines it decided
     * @param pathways its pathways, in the order of the document
     */
    @Schema(name = "BatchPackage")
    public record ByPackage(String id, String digest, long answered, List<ByPathway> pathways) {}

    /**
     * The outcomes of one pathway.
     *
     * @param code the pathway
     * @param outcomes how often each outcome came
     */
    @Schema(name = "BatchPathway")
    public record ByPathway(String code, Outcomes outcomes) {}
}

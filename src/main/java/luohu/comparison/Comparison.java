package luohu.comparison;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import luohu.decision.Outcome;
import luohu.facts.DocumentCode;
import luohu.packages.Material;
import luohu.packages.PathwayKind;
import luohu.packages.PathwayText.Covers;
import luohu.packages.RestrictionText.Effect;
import luohu.service.Absence;
import luohu.service.PackageIdentity;
import luohu.service.PackageIdentity.CityName;

/**
 * The same facts under many packages on one day, side by side.
 *
 * @param id the caller's own reference
 * @param effectiveDate the day decided for
 * @param columns one for each city or package asked for, in that order
 * @param rows one for each kind of pathway that any of the packages has
 */
public record Comparison(String id, LocalDate effectiveDate, List<Column> columns, List<Row> rows) {

    /**
     * One city or package.
     *
     * @param city the city
     * @param policyPackage the package that decided; null where none did
     * @param absence why none did; else null
     * @param matched the codes of the pathways open to the applicant
     * @param undetermined the codes of the pathways that more facts would settle
     * @param restrictions the restrictions that hold or are open
     * @param notices what applies to everything under the package
     */
    public record Column(
            CityName city,
            @JsonProperty("package") PackageIdentity policyPackage,
            Absence absence,
            List<String> matched,
            List<String> undetermined,
            List<RestrictionOutcome> restrictions,
            List<String> notices) {}

    /** What became of a restriction. */
    public record RestrictionOutcome(String code, String title, String clause, Effect effect, Outcome outcome) {}

    /**
     * The pathways of one kind.
     *
     * @param kind the kind
     * @param label its Chinese name
     * @param cells one for each column
     */
    public record Row(PathwayKind kind, String label, List<Cell> cells) {}

    /**
     * The pathways of one kind under one package.
     *
     * @param pathways the pathways, in the order of the document; empty where the document has none of that kind
     * @param asksAlso the conditions and materials that no other package of the row asks for
     */
    public record Cell(List<PathwayOutcome> pathways, AsksAlso asksAlso) {}

    /** What became of a pathway. */
    public record PathwayOutcome(
            String code,
            String title,
            String clause,
            Outcome outcome,
            Covers covers,
            boolean discretionary,
            List<String> missing) {}

    /** What one package asks for and no other of the row. */
    public record AsksAlso(List<OwnCondition> conditions, List<OwnMaterial> materials) {}

    /**
     * A condition of one package alone.
     *
     * @param text the condition
     * @param pathways the pathways that ask it, in each of their ways
     * @param always whether every pathway of the cell asks it
     */
    public record OwnCondition(String text, List<String> pathways, boolean always) {}

    /** A material that one document lists and no other asks for. */
    public record OwnMaterial(
            String name, List<List<DocumentCode>> options, Material.Source from, String clause, String pathway) {}
}

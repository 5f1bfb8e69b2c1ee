package luohu.timeline;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import luohu.decision.Outcome;
import luohu.service.Absence;
import luohu.service.PackageIdentity;
import luohu.service.PackageIdentity.CityName;

/**
 * The same facts on every day of a span of days.
 *
 * @param id the caller's own reference
 * @param city the city
 * @param from the first day
 * @param to the last day, included
 * @param spans the days in order, those next to each other with the same outcomes under the same package in one
 * @param changes what changes from each span to the next
 */
public record Timeline(String id, CityName city, LocalDate from, LocalDate to, List<Span> spans, List<Change> changes) {

    /**
     * Days on which every outcome is the same.
     *
     * @param from the first day
     * @param to the last day, included
     * @param policyPackage the package that decides; null where none does
     * @param absence why none does; else null
     * @param matched the codes of the pathways open to the applicant
     * @param undetermined the codes of the pathways that more facts would settle
     * @param restrictions the restrictions that hold or are open
     */
    public record Span(
            LocalDate from,
            LocalDate to,
            @JsonProperty("package") PackageIdentity policyPackage,
            Absence absence,
            List<String> matched,
            List<String> undetermined,
            List<RestrictionState> restrictions) {}

    /** A restriction that holds or is open. */
    public record RestrictionState(String code, Outcome outcome) {}

    /**
     * A day on which outcomes are others than the day before.
     *
     * @param date the first day of the new outcomes
     * @param reasons what happens on that day
     * @param pathways the pathways with another outcome than the day before
     * @param restrictions the restrictions with another outcome than the day before
     */
    public record Change(
            LocalDate date, List<Reason> reasons, List<OutcomeChange> pathways, List<OutcomeChange> restrictions) {}

    /** What can happen on a day. */
    public enum ReasonCode {
        PACKAGE_LAPSES,
        PACKAGE_STARTS,
        MONTHS_REACHED,
        ADULT
    }

    /**
     * What happens on a day.
     *
     * @param code what
     * @param text the same for people
     * @param fact the fact it follows from, with its index; null for a package
     */
    public record Reason(ReasonCode code, String text, String fact) {}

    /** An outcome before and after; null where no package in force has a pathway or restriction of that code. */
    public record OutcomeChange(String code, String title, Outcome before, Outcome after) {}
}

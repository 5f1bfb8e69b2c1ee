package luohu.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import luohu.decision.Outcome;
import luohu.decision.PackageDecider;
import luohu.facts.Facts;
import luohu.language.Turn;
import luohu.service.PackageIdentity;
import luohu.timeline.Periods.Period;
import luohu.timeline.Timeline.Change;
import luohu.timeline.Timeline.OutcomeChange;
import luohu.timeline.Timeline.Reason;
import luohu.timeline.Timeline.ReasonCode;
import luohu.timeline.Timeline.Span;

/**
 * Decides only on the days on which an outcome can change: where a package comes into force or lapses, and where the rules
 * themselves say that a term they read turns. On all other days every outcome is that of the day before.
 */
final class TimelineBuilder {

    private final Facts facts;
    private final Absences absences;
    private final List<Span> spans = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private DayOutcomes last;
    private LocalDate lastFrom;

    TimelineBuilder(Facts facts, Absences absences) {
        this.facts = facts;
        this.absences = absences;
    }

    /** Adds the next period; the one before it ends the day before. */
    TimelineBuilder add(Period period) {
        PackageDecider decider = period.held() == null ? null : period.held().decider();
        PackageTurns turns = PackageTurns.of(decider, facts, period.from(), period.to());
        turns.daysAnd(period.from()).forEach(day -> decide(decider, day, turns));
        return this;
    }

    private void decide(PackageDecider decider, LocalDate day, PackageTurns turns) {
        DayOutcomes outcomes = DayOutcomes.of(decider, facts, day);
        if (last == null) {
            lastFrom = day;
        } else if (outcomes.equals(last)) {
            return;
        } else {
            close(day.minusDays(1));
            changes.add(change(day, outcomes, turns));
            lastFrom = day;
        }
        last = outcomes;
    }

    private Change change(LocalDate day, DayOutcomes outcomes, PackageTurns turns) {
        List<OutcomeChange> pathways = outcomes.pathwaysSince(last);
        List<OutcomeChange> restrictions = outcomes.restrictionsSince(last);
        Set<String> changed = Stream.concat(pathways.stream(), restrictions.stream())
                .map(OutcomeChange::code)
                .collect(Collectors.toSet());
        List<Reason> reasons = new ArrayList<>();
        if (last.decider() != outcomes.decider()) {
            if (last.decider() != null) {
                reasons.add(reason(ReasonCode.PACKAGE_LAPSES, last.decider(), "的施行期间到前一日为止"));
            }
            if (outcomes.decider() != null) {
                reasons.add(reason(ReasonCode.PACKAGE_STARTS, outcomes.decider(), "自这一日起施行"));
            }
        }
        if (last.decider() != null) { // without a package the day before, everything is new because of the package
            turns.on(day, changed).forEach(turn -> reasons.add(reason(turn)));
        }
        return new Change(day, reasons, pathways, restrictions);
    }

    /** The timeline up to its last day. */
    List<Span> spans(LocalDate to) {
        close(to);
        return spans;
    }

    List<Change> changes() {
        return changes;
    }

    private void close(LocalDate to) {
        PackageDecider decider = last.decider();
        spans.add(new Span(
                lastFrom,
                to,
                decider == null ? null : PackageIdentity.inAnswer(decider.policy()),
                decider == null ? absences.between(lastFrom, to) : null,
                last.codes(Outcome.MATCHED),
                last.codes(Outcome.UNDETERMINED),
                last.heldOrOpen()));
    }

    private static Reason reason(ReasonCode code, PackageDecider decider, String what) {
        return new Reason(code, "规则包 " + decider.policy().id() + " " + what + "。", null);
    }

    private static Reason reason(Turn turn) {
        return switch (turn.cause()) {
            case MONTHS_REACHED ->
                new Reason(ReasonCode.MONTHS_REACHED, "这一日这份工作满 " + turn.number() + " 个月。", turn.fact());
            case ADULT ->
                new Reason(
                        ReasonCode.ADULT,
                        (turn.fact().startsWith("applicant") ? "申请人" : "这名亲属") + "这一日满 " + turn.number() + " 周岁，成年。",
                        turn.fact());
        };
    }
}

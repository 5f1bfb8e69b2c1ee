package luohu.changes;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import luohu.changes.ApplicantChanges.PathwayShift;
import luohu.changes.ApplicantChanges.PathwayState;
import luohu.changes.ApplicantChanges.RestrictionShift;
import luohu.changes.ApplicantChanges.Shift;
import luohu.decision.Decision;
import luohu.decision.Outcome;
import luohu.decision.PackageDecider;
import luohu.decision.PathwayAnswer;
import luohu.decision.RestrictionAnswer;
import luohu.engine.Condition;
import luohu.language.Truth;
import luohu.packages.PathwayText;
import luohu.packages.RestrictionText;
import luohu.request.ChangesRequest;
import luohu.service.PackageIdentity;

/** Finds what a change from one package to another means for one applicant. */
final class ApplicantDifference {

    private final PackageDecider from;
    private final PackageDecider to;

    ApplicantDifference(PackageDecider from, PackageDecider to) {
        this.from = from;
        this.to = to;
    }

    ApplicantChanges on(LocalDate date, ChangesRequest request) {
        Decision before = from.decide(request.facts(), date);
        Decision after = to.decide(request.facts(), date);
        List<PathwayShift> shifts = PackageDifference.pathways(from, to).stream()
                .map(pair -> shift(pair, before, after))
                .toList();
        return new ApplicantChanges(
                request.id(),
                date,
                PackageIdentity.inCatalogue(from.policy()),
                PackageIdentity.inCatalogue(to.policy()),
                codes(shifts, Shift.GAINED),
                codes(shifts, Shift.LOST),
                shifts,
                restrictions(before, after),
                Stream.concat(before.notices().stream(), after.notices().stream())
                        .distinct()
                        .toList());
    }

    private static List<String> codes(List<PathwayShift> shifts, Shift change) {
        return shifts.stream()
                .filter(each -> each.change() == change)
                .map(PathwayShift::code)
                .toList();
    }

    private static PathwayShift shift(Pairing<PathwayText> pair, Decision before, Decision after) {
        PathwayText shown = pair.after() == null ? pair.before() : pair.after();
        PathwayState old = pair.before() == null ? null : state(before, shown.code());
        PathwayState now = pair.after() == null ? null : state(after, shown.code());
        Shift change = Shift.of(old == null ? null : old.outcome(), now == null ? null : now.outcome());
        return new PathwayShift(shown.code(), shown.kind(), shown.title(), change, old, now);
    }

    private static PathwayState state(Decision decision, String code) {
        PathwayAnswer answer = decision.pathways().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
        Truth decisive =
                switch (answer.outcome()) {
                    case MATCHED -> Truth.TRUE;
                    case NOT_MATCHED -> Truth.FALSE;
                    case UNDETERMINED -> Truth.UNKNOWN;
                };
        List<Condition> deciding = answer.conditions().stream()
                .filter(each -> each.result() == decisive)
                .toList();
        return new PathwayState(answer.clause(), answer.outcome(), deciding, answer.missing());
    }

    private List<RestrictionShift> restrictions(Decision before, Decision after) {
        return PackageDifference.restrictions(from, to).stream()
                .map(pair -> {
                    RestrictionText shown = pair.after() == null ? pair.before() : pair.after();
                    return new RestrictionShift(
                            shown.code(),
                            shown.title(),
                            pair.before() == null ? null : outcome(before, shown.code()),
                            pair.after() == null ? null : outcome(after, shown.code()));
                })
                .filter(each -> holdsOrIsOpen(each.before()) || holdsOrIsOpen(each.after()))
                .toList();
    }

    /** A decision lists no restriction that does not hold. */
    private static Outcome outcome(Decision decision, String code) {
        return decision.restrictions().stream()
                .filter(each -> each.code().equals(code))
                .map(RestrictionAnswer::outcome)
                .findFirst()
                .orElse(Outcome.NOT_MATCHED);
    }

    private static boolean holdsOrIsOpen(Outcome outcome) {
        return outcome == Outcome.MATCHED || outcome == Outcome.UNDETERMINED;
    }
}

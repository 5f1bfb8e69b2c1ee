package luohu.comparison;

import java.time.LocalDate;
import java.util.List;
import luohu.comparison.Comparison.Column;
import luohu.comparison.Comparison.PathwayOutcome;
import luohu.comparison.Comparison.RestrictionOutcome;
import luohu.decision.Decision;
import luohu.decision.Outcome;
import luohu.decision.PackageDecider;
import luohu.decision.PathwayAnswer;
import luohu.facts.Facts;
import luohu.packages.City;
import luohu.packages.PathwayKind;
import luohu.service.Absence;
import luohu.service.PackageChoice;
import luohu.service.PackageIdentity;
import luohu.service.PackageIdentity.CityName;
import luohu.service.Refusal;
import luohu.service.Refusal.Refused;

/**
 * One city or package in a comparison, and what it decides.
 *
 * @param city the city
 * @param decider the package that decided; null where none did
 * @param decision what it decided; null where none did
 * @param absence why none did; else null
 */
record Contender(City city, PackageDecider decider, Decision decision, Refusal absence) {

    /** The package that an evaluation would take, or the reason why it would take none. */
    static Contender of(PackageChoice choice, City city, String packageId, Facts facts, LocalDate date) {
        try {
            PackageDecider decider = choice.of(city, packageId, null, date).decider();
            return new Contender(city, decider, decider.decide(facts, date), null);
        } catch (Refused none) {
            return new Contender(city, null, null, none.refusal());
        }
    }

    Column column() {
        if (decision == null) {
            return new Column(
                    CityName.of(city),
                    null,
                    new Absence(absence.reason().code(), absence.detail()),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());
        }
        return new Column(
                CityName.of(city),
                PackageIdentity.inAnswer(decider.policy()),
                null,
                decision.codes(Outcome.MATCHED),
                decision.codes(Outcome.UNDETERMINED),
                decision.restrictions().stream()
                        .map(each -> new RestrictionOutcome(
                                each.code(), each.title(), each.clause(), each.effect(), each.outcome()))
                        .toList(),
                decision.notices());
    }

    Demands demands(PathwayKind kind) {
        return decider == null ? new Demands(List.of(), List.of()) : Demands.of(decider, kind);
    }

    List<PathwayOutcome> outcomes(Demands demands) {
        return demands.pathways().stream()
                .map(text -> outcome(decision.pathways().stream()
                        .filter(each -> each.code().equals(text.code()))
                        .findFirst()
                        .orElseThrow()))
                .toList();
    }

    private static PathwayOutcome outcome(PathwayAnswer answer) {
        return new PathwayOutcome(
                answer.code(),
                answer.title(),
                answer.clause(),
                answer.outcome(),
                answer.covers(),
                answer.discretionary(),
                answer.missing());
    }
}

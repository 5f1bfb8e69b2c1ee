package luohu.timeline;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luohu.decision.Decision;
import luohu.decision.Outcome;
import luohu.decision.PackageDecider;
import luohu.facts.Facts;
import luohu.packages.PathwayText;
import luohu.packages.PolicyDocument;
import luohu.packages.RestrictionText;

/**
 * Every outcome of one day, in the order of the document.
 *
 * @param decider the package in force; null for none, which has no outcomes
 * @param pathways the outcomes of the pathways
 * @param restrictions the outcomes of the restrictions
 */
record DayOutcomes(PackageDecider decider, Map<String, Outcome> pathways, Map<String, Outcome> restrictions) {

    static DayOutcomes of(PackageDecider decider, Facts facts, LocalDate day) {
        Map<String, Outcome> pathways = new LinkedHashMap<>();
        Map<String, Outcome> restrictions = new LinkedHashMap<>();
        if (decider != null) {
            Decision decision = decider.decide(facts, day);
            decision.pathways().forEach(each -> pathways.put(each.code(), each.outcome()));
            decider.policy()
                    .document()
                    .restrictions()
                    .forEach(each -> restrictions.put(each.code(), Outcome.NOT_MATCHED));
            decision.restrictions().forEach(each -> restrictions.put(each.code(), each.outcome()));
        }
        return new DayOutcomes(decider, pathways, restrictions);
    }

    List<String> codes(Outcome outcome) {
        return pathways.entrySet().stream()
                .filter(each -> each.getValue() == outcome)
                .map(Map.Entry::getKey)
                .toList();
    }

    List<Timeline.RestrictionState> heldOrOpen() {
        return restrictions.entrySet().stream()
                .filter(each -> each.getValue() != Outcome.NOT_MATCHED)
                .map(each -> new Timeline.RestrictionState(each.getKey(), each.getValue()))
                .toList();
    }

    List<Timeline.OutcomeChange> pathwaysSince(DayOutcomes before) {
        return changes(before.pathways, pathways, before);
    }

    List<Timeline.OutcomeChange> restrictionsSince(DayOutcomes before) {
        return changes(before.restrictions, restrictions, before);
    }

    /**
     * In the order of this day's document; what only the day before had comes last. What is not matched on one day and not
     * there on the other is no change to the applicant.
     */
    private List<Timeline.OutcomeChange> changes(
            Map<String, Outcome> old, Map<String, Outcome> now, DayOutcomes before) {
        Map<String, Outcome> either = new LinkedHashMap<>(now);
        old.forEach(either::putIfAbsent);
        return either.keySet().stream()
                .filter(code -> effective(old.get(code)) != effective(now.get(code)))
                .map(code -> new Timeline.OutcomeChange(
                        code, now.containsKey(code) ? title(code) : before.title(code), old.get(code), now.get(code)))
                .toList();
    }

    private static Outcome effective(Outcome outcome) {
        return outcome == null ? Outcome.NOT_MATCHED : outcome;
    }

    private String title(String code) {
        PolicyDocument document = decider.policy().document();
        return document.pathways().stream()
                .filter(each -> each.code().equals(code))
                .map(PathwayText::title)
                .findFirst()
                .orElseGet(() -> document.restrictions().stream()
                        .filter(each -> each.code().equals(code))
                        .map(RestrictionText::title)
                        .findFirst()
                        .orElseThrow());
    }
}

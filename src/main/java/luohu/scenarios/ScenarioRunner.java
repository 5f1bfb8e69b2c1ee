package luohu.scenarios;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import luohu.decision.Decision;
import luohu.decision.MaterialAnswer;
import luohu.decision.Outcome;
import luohu.decision.PackageDecider;
import luohu.decision.PathwayAnswer;
import luohu.decision.PlaceAnswer;
import luohu.decision.RestrictionAnswer;
import luohu.engine.Condition;
import luohu.facts.DocumentCode;
import luohu.language.Truth;
import luohu.packages.PlaceOfRegistration;
import luohu.packages.PolicyDocument;
import luohu.scenarios.ScenarioReader.Ready;

/** Runs a scenario of a package and says where the result differs from what it expects. */
public final class ScenarioRunner {

    private final PackageDecider decider;
    private final PolicyDocument document;

    /** A runner of the scenarios of one package. */
    public ScenarioRunner(PackageDecider decider) {
        this.decider = decider;
        this.document = decider.policy().document();
    }

    /** The differences between what the package decides and what a scenario expects; none when it passes. */
    public List<Difference> run(Ready scenario) {
        Scenario.Expectation expect = scenario.expect();
        if (!document.draft()) {
            boolean expected = !Boolean.FALSE.equals(expect.inForce());
            if (document.inForceOn(scenario.date()) != expected) {
                return List.of(new Difference(
                        document.id() + " 在 " + scenario.date(), inForce(expected), inForce(!expected), List.of()));
            } else if (!expected) {
                return List.of();
            }
        }
        return compare(decider.decide(scenario.facts(), scenario.date()), expect);
    }

    private static String inForce(boolean yes) {
        return yes ? "施行" : "不施行";
    }

    private List<Difference> compare(Decision decision, Scenario.Expectation expect) {
        List<Difference> differences = new ArrayList<>();
        Map<String, List<String>> matched = new LinkedHashMap<>(orEmpty(expect.matched()));
        Map<String, List<String>> undetermined = new LinkedHashMap<>(orEmpty(expect.undetermined()));
        Map<String, List<PlaceOfRegistration>> registration = new LinkedHashMap<>(orEmpty(expect.registration()));
        Map<String, List<DocumentCode>> unobtainable = new LinkedHashMap<>(orEmpty(expect.unobtainable()));
        List<String> discretionary =
                new ArrayList<>(expect.discretionary() == null ? List.of() : expect.discretionary());
        for (PathwayAnswer each : decision.pathways()) {
            String code = each.code();
            String subject = code + "（" + each.title() + "）";
            differ(
                    subject,
                    outcome(matched.remove(code), undetermined.remove(code)),
                    outcome(each),
                    deciding(each.outcome(), each.conditions()),
                    differences);
            differ(
                    subject,
                    discretion(discretionary.remove(code)),
                    discretion(each.discretionary()),
                    List.of(),
                    differences);
            if (registration.containsKey(code)) {
                differ(subject, places(registration.remove(code)), places(each), List.of(), differences);
            }
            if (unobtainable.containsKey(code)) {
                differ(subject, papers(unobtainable.remove(code)), papers(unobtainable(each)), List.of(), differences);
            }
        }
        Map<String, Outcome> restrictions = new LinkedHashMap<>(orEmpty(expect.restrictions()));
        for (RestrictionAnswer each : decision.restrictions()) {
            differ(
                    each.code() + "（" + each.title() + "）",
                    outcome(restrictions.remove(each.code())),
                    outcome(each.outcome()),
                    deciding(each.outcome(), each.conditions()),
                    differences);
        }
        restrictions.forEach((code, outcome) ->
                differences.add(new Difference(code, outcome(outcome), outcome(Outcome.NOT_MATCHED), List.of())));
        unknown(List.of(matched, undetermined, registration, unobtainable), discretionary, differences);
        return differences;
    }

    /** What is expected of a pathway that the package does not have. */
    private void unknown(List<Map<String, ?>> expectations, List<String> discretionary, List<Difference> differences) {
        List<String> codes = new ArrayList<>(discretionary);
        expectations.forEach(each -> codes.addAll(each.keySet()));
        codes.stream()
                .distinct()
                .forEach(code -> differences.add(new Difference(code, "本规则包的一条途径", "没有这条途径", List.of())));
    }

    /** The papers of a pathway that cannot be had; of alternatives the first stands for all. */
    static List<DocumentCode> unobtainable(PathwayAnswer pathway) {
        return pathway.materials().stream()
                .filter(material -> Boolean.FALSE.equals(material.held()))
                .map(MaterialAnswer::options)
                .map(options -> options.get(0).get(0))
                .toList();
    }

    private static String outcome(List<String> persons, List<String> missing) {
        return persons != null ? matched(persons) : missing != null ? open(missing) : outcome(Outcome.NOT_MATCHED);
    }

    private static String outcome(PathwayAnswer answer) {
        return switch (answer.outcome()) {
            case MATCHED -> matched(answer.qualifyingPersons());
            case UNDETERMINED -> open(answer.missing());
            case NOT_MATCHED -> outcome(Outcome.NOT_MATCHED);
        };
    }

    private static String matched(List<String> persons) {
        return "符合（符合条件的人：" + String.join("、", persons) + "）";
    }

    private static String open(List<String> missing) {
        return "不能确定（还缺：" + String.join("、", missing) + "）";
    }

    private static String outcome(Outcome outcome) {
        return outcome == Outcome.MATCHED ? "符合" : outcome == Outcome.UNDETERMINED ? "不能确定" : "不符合";
    }

    private static String discretion(boolean discretionary) {
        return discretionary ? "由机关决定" : "不由机关决定";
    }

    private static String places(PathwayAnswer answer) {
        return places(answer.registration().stream().map(PlaceAnswer::place).toList());
    }

    private static String places(List<PlaceOfRegistration> places) {
        return "登记在 " + places;
    }

    private static String papers(List<DocumentCode> papers) {
        return "不能取得的材料 " + papers;
    }

    /** Of the conditions judged, those that made the outcome what it is. */
    private static List<Condition> deciding(Outcome outcome, List<Condition> conditions) {
        return conditions.stream()
                .filter(each -> outcome == Outcome.MATCHED || each.result() != Truth.TRUE)
                .toList();
    }

    private static <V> Map<String, V> orEmpty(Map<String, V> map) {
        return map == null ? Map.of() : map;
    }

    private static void differ(
            String subject, String expected, String actual, List<Condition> decidedBy, List<Difference> differences) {
        if (!Objects.equals(expected, actual)) {
            differences.add(new Difference(subject, expected, actual, decidedBy));
        }
    }
}

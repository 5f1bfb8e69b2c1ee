package luohu.scenarios;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import luohu.decision.Decision;
import luohu.decision.MaterialAnswer;
import luohu.decision.Outcome;
import luohu.decision.PackageDecider;
import luohu.decision.PathwayAnswer;
import luohu.decision.PlaceAnswer;
import luohu.decision.RestrictionAnswer;
import luohu.library.PackageLibrary;
import luohu.packages.PolicyDocument;
import luohu.scenarios.ScenarioReader.Ready;

/** Runs scenarios and says where the result differs from what they expect. */
public final class ScenarioRunner {

    private final PackageLibrary library;

    /** A runner over a library. */
    public ScenarioRunner(PackageLibrary library) {
        this.library = library;
    }

    /** What a package decides in a scenario. */
    public Decision decide(PackageDecider decider, Ready scenario) {
        return decider.decide(scenario.facts(), scenario.date());
    }

    /** The differences between what a package decides and what a scenario expects; none when it passes. */
    public List<String> run(PackageDecider decider, Ready scenario) {
        List<String> differences = new ArrayList<>();
        PolicyDocument document = decider.policy().document();
        if (!document.draft()) {
            Optional<PackageDecider> inForce = library.inForce(document.city(), scenario.date());
            boolean ours = inForce.filter(decider::equals).isPresent();
            boolean expected = !Boolean.FALSE.equals(scenario.expect().inForce());
            if (ours != expected) {
                differences.add(scenario.date() + " 适用的规则包：应" + (expected ? "是" : "不是") + " " + document.id());
            }
            if (!expected) {
                return differences;
            }
        }
        compare(decide(decider, scenario), scenario.expect(), differences);
        return differences;
    }

    private static void compare(Decision decision, Scenario.Expectation expect, List<String> differences) {
        Map<String, List<String>> matched = new LinkedHashMap<>();
        Map<String, List<String>> undetermined = new LinkedHashMap<>();
        List<String> discretionary = new ArrayList<>();
        for (PathwayAnswer pathway : decision.pathways()) {
            if (pathway.outcome() == Outcome.MATCHED) {
                matched.put(pathway.code(), pathway.qualifyingPersons());
            } else if (pathway.outcome() == Outcome.UNDETERMINED) {
                undetermined.put(pathway.code(), pathway.missing());
            }
            if (pathway.discretionary()) {
                discretionary.add(pathway.code());
            }
        }
        Map<String, Outcome> restrictions = new LinkedHashMap<>();
        for (RestrictionAnswer restriction : decision.restrictions()) {
            restrictions.put(restriction.code(), restriction.outcome());
        }
        differ("matched", orEmpty(expect.matched()), matched, differences);
        differ("undetermined", orEmpty(expect.undetermined()), undetermined, differences);
        differ("restrictions", orEmpty(expect.restrictions()), restrictions, differences);
        differ(
                "discretionary",
                expect.discretionary() == null ? List.of() : expect.discretionary(),
                discretionary,
                differences);
        orEmpty(expect.registration()).forEach((code, places) -> pathway(decision, code, differences)
                .ifPresent(pathway -> differ(
                        "registration/" + code,
                        places,
                        pathway.registration().stream().map(PlaceAnswer::place).toList(),
                        differences)));
        orEmpty(expect.unobtainable()).forEach((code, papers) -> pathway(decision, code, differences)
                .ifPresent(pathway -> differ(
                        "unobtainable/" + code,
                        papers,
                        pathway.materials().stream()
                                .filter(material -> Boolean.FALSE.equals(material.held()))
                                .map(MaterialAnswer::options)
                                .map(options -> options.get(0).get(0))
                                .toList(),
                        differences)));
    }

    private static Optional<PathwayAnswer> pathway(Decision decision, String code, List<String> differences) {
        Optional<PathwayAnswer> pathway = decision.pathways().stream()
                .filter(each -> each.code().equals(code))
                .findFirst();
        if (pathway.isEmpty()) {
            differences.add("没有途径 " + code);
        }
        return pathway;
    }

    private static <V> Map<String, V> orEmpty(Map<String, V> map) {
        return map == null ? Map.of() : map;
    }

    private static void differ(String what, Object expected, Object actual, List<String> differences) {
        if (!Objects.equals(expected, actual)) {
            differences.add(what + "：应为 " + expected + "，实为 " + actual);
        }
    }
}

package luohu.mutation;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import luohu.decision.PackageDecider;
import luohu.engine.RuleEngine;
import luohu.language.Rule;
import luohu.language.RuleFileParser;
import luohu.mutation.MutationScore.Survivor;
import luohu.packages.PackageFiles;
import luohu.scenarios.ScenarioReader;
import luohu.scenarios.ScenarioReader.Ready;
import luohu.scenarios.ScenarioRunner;
import luohu.testing.Bundled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Changing a package in one place at a time")
class MutationTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("luohu.testing.Bundled#ids")
    @DisplayName("is noticed by the scenarios of every bundled package")
    void is_noticed(String id) {
        MutationScore score = run(id, scenarios(id));
        System.out.printf("%s: %d of %d mutants noticed%n", id, score.noticed(), score.mutants());
        assertTrue(score.mutants() > 100, score.mutants() + " mutants");
        assertEquals(List.of(), score.survivors());
    }

    @Test
    @DisplayName("is not noticed without scenarios, and each survivor comes with a scenario that Drools fails on it")
    void comes_with_the_scenario_that_would_notice() {
        String id = "weihai-2021-10-21";
        PackageDecider decider = Bundled.decider(id);
        MutationScore score = run(id, scenarios(id).subList(0, 1));
        assertTrue(score.noticed() < score.mutants() / 2, score.noticed() + " noticed");
        long without = score.survivors().stream()
                .filter(each -> each.witness() == null)
                .count();
        assertTrue(without < score.mutants() / 20, without + " survivors without a scenario");
        for (Survivor each : score.survivors()) {
            if (each.witness() != null) {
                Ready scenario = each.witness().scenario();
                PackageDecider changed = decider.variant(
                        each.mutant().policy(),
                        new RuleEngine(each.mutant().policy().rules()));
                assertAll(
                        each.mutant().toString(),
                        () -> assertEquals(List.of(), new ScenarioRunner(decider).run(scenario)),
                        () -> assertFalse(
                                new ScenarioRunner(changed).run(scenario).isEmpty()));
            }
        }
    }

    @Test
    @DisplayName("drops and negates each condition, takes away each value, and moves dates and numbers by one")
    void covers_every_condition() {
        Rule rule = new RuleFileParser(Bundled.VOCABULARY)
                .parse(
                        "a/b/1.drl",
                        """
                        rule "r" @pathway("p")
                        when
                            $who : Person( selfOrCloseRelative == true )
                            Job( kind in ("EMPLOYED", "BUSINESS"), monthsWorked >= 6, workerId == $who.id )
                            not Homestead( certificate == true )
                            ( Military( status == "DISCHARGED" ) or Rural( contractedLand == true ) )
                        then
                            matched($who);
                        end
                        """)
                .rules()
                .get(0);
        List<String> changes = new RuleMutations(rule)
                .all().stream().map(RuleMutations.Change::change).toList();
        assertEquals(changes.size(), Set.copyOf(changes).size(), "no change twice");
        assertEquals(
                List.of(
                        "取反条件 Person( selfOrCloseRelative == true )",
                        "去掉条件 Person( selfOrCloseRelative == true )",
                        "在整个 Job( kind in (\"EMPLOYED\", \"BUSINESS\"), monthsWorked >= 6, workerId == Person.id ) 前加 not",
                        "取反条件 Job( kind in (\"EMPLOYED\", \"BUSINESS\") )",
                        "从 Job( kind in (\"EMPLOYED\", \"BUSINESS\") ) 中去掉 EMPLOYED",
                        "从 Job( kind in (\"EMPLOYED\", \"BUSINESS\") ) 中去掉 BUSINESS",
                        "去掉条件 Job( kind in (\"EMPLOYED\", \"BUSINESS\") )",
                        "取反条件 Job( monthsWorked >= 6 )",
                        "把 Job( monthsWorked >= 6 ) 的值改为 5",
                        "把 Job( monthsWorked >= 6 ) 的值改为 7",
                        "去掉条件 Job( monthsWorked >= 6 )",
                        "取反条件 Job( workerId == Person.id )",
                        "去掉条件 Job( workerId == Person.id )",
                        "去掉整个 Job( kind in (\"EMPLOYED\", \"BUSINESS\"), monthsWorked >= 6, workerId == Person.id )",
                        "去掉 not ( Homestead( certificate == true ) ) 的 not",
                        "在整个 Homestead( certificate == true ) 前加 not",
                        "取反条件 Homestead( certificate == true )",
                        "去掉条件 Homestead( certificate == true )",
                        "去掉整个 not ( Homestead( certificate == true ) )"),
                changes.subList(0, 19));
        assertTrue(changes.contains("去掉整个 Military( status == \"DISCHARGED\" )"), changes.toString());
        assertTrue(changes.contains(
                "在整个 ( Military( status == \"DISCHARGED\" ) or Rural( contractedLand == true ) ) 前加 not"));
    }

    private static MutationScore run(String id, List<Ready> scenarios) {
        return new MutationRun(Bundled.decider(id), Bundled.files(id), Bundled.SCHEMA, scenarios).run(() -> {});
    }

    private static List<Ready> scenarios(String id) {
        PackageFiles files = Bundled.files(id);
        return new ScenarioReader().read(files);
    }
}

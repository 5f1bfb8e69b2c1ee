package luohu.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import luohu.decision.PackageDecider;
import luohu.engine.RuleInterpreter;
import luohu.language.Rule;
import luohu.language.RuleFileParser;
import luohu.language.Truth;
import luohu.packages.PolicyPackage;
import luohu.testing.Bundled;
import luohu.testing.Written;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Coverage of conditions")
class CoverageTest {

    private static final LocalDate DAY = LocalDate.of(2024, 5, 1);

    @ParameterizedTest(name = "{0}")
    @MethodSource("luohu.testing.Bundled#ids")
    @DisplayName("is complete for every bundled package: each seen true, false and open")
    void is_complete(String id) {
        PackageTest test = PackageTest.run(Bundled.decider(id), new ScenarioReader().read(Bundled.files(id)), () -> {});
        assertEquals(
                List.of(),
                test.coverage().entries().stream()
                        .filter(entry -> !entry.unseen().isEmpty())
                        .map(entry -> entry.text() + " " + entry.unseen())
                        .toList());
    }

    @Test
    @DisplayName("counts a condition only where no other condition has settled the matter")
    void counts_what_decides() {
        Coverage coverage = coverage("Applicant( livesAtOrigin == true, workUnitSettled == true )");
        coverage.observe(Written.facts("applicant: {livesAtOrigin: false, workUnitSettled: true}"), DAY);
        assertEquals(List.of(Set.of(Truth.FALSE), Set.of()), seen(coverage));
        coverage.observe(Written.facts("applicant: {livesAtOrigin: false, workUnitSettled: false}"), DAY);
        assertEquals(List.of(Set.of(Truth.FALSE), Set.of()), seen(coverage));
        coverage.observe(Written.facts("applicant: {livesAtOrigin: true}"), DAY);
        assertEquals(List.of(Set.of(Truth.FALSE, Truth.TRUE), Set.of(Truth.UNKNOWN)), seen(coverage));
        assertEquals(50, coverage.percent());
    }

    @Test
    @DisplayName("of alternatives counts the one that alone holds, or all when none does")
    void counts_alternatives() {
        Coverage coverage = coverage("( Military( status == \"DISCHARGED\" ) or Rural( contractedLand == true ) )");
        coverage.observe(Written.facts("{military: {status: DISCHARGED}, rural: {contractedLand: true}}"), DAY);
        assertEquals(List.of(Set.of(), Set.of()), seen(coverage));
        coverage.observe(Written.facts("{military: {status: DISCHARGED}, rural: {contractedLand: false}}"), DAY);
        assertEquals(List.of(Set.of(Truth.TRUE), Set.of()), seen(coverage));
        coverage.observe(Written.facts("military: {status: NEVER}"), DAY);
        assertEquals(List.of(Set.of(Truth.TRUE, Truth.FALSE), Set.of(Truth.UNKNOWN)), seen(coverage));
    }

    private static List<Set<Truth>> seen(Coverage coverage) {
        return coverage.entries().stream().map(Coverage.Entry::seen).toList();
    }

    /** The coverage of one rule of these conditions, in the place of those of 威海's package. */
    private static Coverage coverage(String conditions) {
        PackageDecider weihai = Bundled.decider("weihai-2021-10-21");
        PolicyPackage policy = weihai.policy();
        String text = "rule \"r\" @pathway(\"own-home\") when\n" + conditions + "\nthen matched(); end";
        List<Rule> rules =
                new RuleFileParser(Bundled.VOCABULARY).parse("a/b/1.drl", text).rules();
        PolicyPackage changed = new PolicyPackage(policy.document(), rules, "", policy.digest());
        return new Coverage(weihai.variant(changed, new RuleInterpreter(rules)));
    }
}

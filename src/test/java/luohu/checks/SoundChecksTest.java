package luohu.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import luohu.engine.RuleExplanation;
import luohu.language.Case;
import luohu.language.Finding;
import luohu.language.FindingKind;
import luohu.language.PathwayOutcome;
import luohu.language.Rule;
import luohu.language.RuleFileParser;
import luohu.language.Truth;
import luohu.packages.PolicyDocument;
import luohu.packages.PolicyPackage;
import luohu.testing.Applicants;
import luohu.testing.Bundled;
import luohu.testing.RandomRules;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is found in random rules")
class SoundChecksTest {

    private static final int FILES = 16;
    private static final int RULES = 10;
    private static final int APPLICANTS = 300;
    private static final Pattern OTHER = Pattern.compile("第 (\\d+) 行");
    private static final PolicyDocument WEIHAI =
            Bundled.decider("weihai-2021-10-21").policy().document();

    @Test
    @DisplayName(
            "is true of every applicant: what never holds does not, and a shadow is never truer than what casts it")
    void is_true() {
        List<Trial> trials =
                LongStream.range(0, FILES).parallel().mapToObj(Trial::new).toList();
        int never = trials.stream().mapToInt(each -> each.never.size()).sum();
        int shadows = trials.stream().mapToInt(each -> each.shadows.size()).sum();
        System.out.println(
                "random rules: " + FILES * RULES + " rules, " + never + " never hold, " + shadows + " shadowed");
        assertEquals(
                List.of(),
                trials.stream().flatMap(each -> each.refuted.stream()).limit(5).toList());
        assertTrue(never + shadows > 0, "something to try");
    }

    /** One file of random rules with what is found in it, tried on random applicants. */
    private static final class Trial {

        private final List<Rule> never = new ArrayList<>();
        private final List<Rule[]> shadows = new ArrayList<>();
        private final List<String> refuted = new ArrayList<>();

        Trial(long seed) {
            String text = RandomRules.file(seed, RULES);
            List<Rule> rules = new RuleFileParser(Bundled.VOCABULARY)
                    .parse("random.drl", text)
                    .rules();
            PolicyPackage policy = new PolicyPackage(WEIHAI, rules, "", "");
            for (Finding each : new PackageChecks(Bundled.VOCABULARY, Bundled.SCHEMA).check(policy)) {
                Rule rule = at(rules, each.line());
                String own = text.lines()
                        .skip(rule.line() - 1L)
                        .takeWhile(line -> !line.equals("end"))
                        .toList()
                        .toString();
                if (each.kind() == FindingKind.NEVER_HOLDS && !own.contains(" or ") && !own.contains("||")) {
                    never.add(rule);
                } else if (each.kind() == FindingKind.SHADOWED_RULE) {
                    Matcher other = OTHER.matcher(each.message());
                    assertTrue(other.find(), each.message());
                    shadows.add(new Rule[] {rule, at(rules, Integer.parseInt(other.group(1)))});
                }
            }
            Applicants applicants = new Applicants("371000");
            for (int i = 0; i < APPLICANTS && !(never.isEmpty() && shadows.isEmpty()); i++) {
                compare(text, applicants.partlyKnown(seed * APPLICANTS + i));
            }
        }

        private void compare(String text, Applicants.Drawn drawn) {
            Case context = new Case(Bundled.VOCABULARY, drawn.facts(), "371000", drawn.date());
            for (String code : RandomRules.PATHWAYS) {
                Truth truth = Truth.values()[(int) ((drawn.seed() + code.hashCode()) % 3)];
                context.add(
                        Bundled.VOCABULARY.pathway(), new PathwayOutcome(code, truth.value(), List.of("relatives")));
            }
            for (Rule rule : never) {
                if (truth(rule, context) == Truth.TRUE) {
                    refuted.add("holds: line " + rule.line() + "\n" + text + drawn);
                }
            }
            for (Rule[] pair : shadows) {
                if (rank(truth(pair[0], context)) > rank(truth(pair[1], context))) {
                    refuted.add(
                            "line " + pair[0].line() + " is truer than line " + pair[1].line() + "\n" + text + drawn);
                }
            }
        }

        private static Rule at(List<Rule> rules, int line) {
            return rules.stream()
                    .filter(each -> each.line() == line)
                    .findFirst()
                    .orElseThrow();
        }

        private static Truth truth(Rule rule, Case context) {
            return new RuleExplanation(rule, Map.of()).truth(context);
        }

        private static int rank(Truth truth) {
            return List.of(Truth.FALSE, Truth.UNKNOWN, Truth.TRUE).indexOf(truth);
        }
    }
}

package luohu.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import luohu.language.Case;
import luohu.language.Item;
import luohu.language.PathwayOutcome;
import luohu.language.Rule;
import luohu.language.RuleFile;
import luohu.language.RuleFileParser;
import luohu.language.Truth;
import luohu.testing.Applicants;
import luohu.testing.Applicants.Drawn;
import luohu.testing.Bundled;
import luohu.testing.RandomRules;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Random rules over the vocabulary")
class RandomRulesTest {

    private static final String CITY = "371000";
    private static final int FILES = 100;
    private static final int RULES = 20;
    private static final int APPLICANTS = 40;

    @Test
    @DisplayName("come to the same truth in Drools as by their formulas")
    void agree() {
        List<Trial> trials =
                LongStream.range(0, FILES).parallel().mapToObj(Trial::new).toList();
        List<String> disagreements =
                trials.stream().flatMap(each -> each.disagreements.stream()).toList();
        Map<Truth, Integer> reached = new EnumMap<>(Truth.class);
        trials.forEach(each -> each.reached.forEach((truth, count) -> reached.merge(truth, count, Integer::sum)));
        System.out.println("random rules: " + FILES * RULES + " rules, " + FILES * RULES * APPLICANTS + " verdicts "
                + reached + ", " + disagreements.size() + " disagreements");
        assertEquals(List.of(), disagreements.stream().limit(5).toList());
        assertTrue(reached.keySet().containsAll(List.of(Truth.values())), reached.toString());
    }

    /** One file of random rules, tried on random applicants. */
    private static final class Trial {

        private final String text;
        private final List<Rule> rules;
        private final List<String> disagreements = new ArrayList<>();
        private final Map<Truth, Integer> reached = new EnumMap<>(Truth.class);

        Trial(long seed) {
            text = RandomRules.file(seed, RULES);
            RuleFile file = new RuleFileParser(Bundled.VOCABULARY).parse("random.drl", text);
            assertEquals(List.of(), file.findings(), () -> "seed " + seed + "\n" + text);
            rules = file.rules();
            RuleEngine engine = new RuleEngine(rules);
            Applicants applicants = new Applicants(CITY);
            for (int i = 0; i < APPLICANTS; i++) {
                compare(engine, applicants.partlyKnown(seed * APPLICANTS + i));
            }
        }

        private void compare(RuleEngine engine, Drawn drawn) {
            Case context = new Case(Bundled.VOCABULARY, drawn.facts(), CITY, drawn.date());
            Firings firings = engine.decide(context, 1, (round, soFar) -> outcomes(context, drawn.seed()));
            for (int i = 0; i < rules.size(); i++) {
                Truth expected = new RuleExplanation(rules.get(i), Map.of()).truth(context);
                reached.merge(expected, 1, Integer::sum);
                if (firings.truth(i) != expected) {
                    disagreements.add("Drools: " + firings.truth(i) + ", formula: " + expected + "\n"
                            + text.split("(?<=end\n)\n")[i] + drawn);
                }
            }
        }

        /** Outcomes of every kind, in turn. */
        private static List<Item> outcomes(Case context, long seed) {
            List<Item> outcomes = new ArrayList<>();
            for (String code : RandomRules.PATHWAYS) {
                Truth truth = Truth.values()[(int) ((seed + outcomes.size()) % 3)];
                List<String> missing = truth == Truth.UNKNOWN ? List.of("relatives") : List.of();
                outcomes.add(
                        context.add(Bundled.VOCABULARY.pathway(), new PathwayOutcome(code, truth.value(), missing)));
            }
            return outcomes;
        }
    }
}

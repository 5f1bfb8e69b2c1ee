package luohu.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import luohu.engine.RuleExplanation;
import luohu.language.Rule.Aspect;
import luohu.packages.PathwayText;
import luohu.testing.Applicants;
import luohu.testing.Applicants.Drawn;
import luohu.testing.Bundled;
import luohu.testing.RandomRules;
import luohu.testing.Reasoning;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What is unknown")
class KleeneTest {

    private static final int APPLICANTS = 5_000;
    private static final int ASKED = 500;

    @ParameterizedTest(name = "{0}")
    @MethodSource("luohu.testing.Bundled#ids")
    @DisplayName("is never taken for false: making it known changes nothing that was decided")
    void is_never_taken_for_false(String id) {
        Reasoning reasoning = new Reasoning(Bundled.decider(id));
        Applicants applicants = Applicants.to(id);
        List<String> flips = new ArrayList<>();
        for (long seed = 0; seed < APPLICANTS; seed++) {
            Drawn before = applicants.partlyKnown(seed);
            Drawn after = applicants.filled(before, -seed);
            List<Truth> old = reasoning.truths(reasoning.open(before.facts(), before.date()));
            List<Truth> now = reasoning.truths(reasoning.open(after.facts(), after.date()));
            for (int i = 0; i < old.size(); i++) {
                if (flips(old.get(i), now.get(i))) {
                    flips.add(reasoning.rules().get(i).name() + ": " + old.get(i) + " → " + now.get(i) + "\n" + before
                            + "\n" + after);
                }
            }
        }
        assertEquals(List.of(), flips.stream().limit(3).toList());
    }

    @Test
    @DisplayName("is never taken for false in random rules either")
    void is_never_taken_for_false_in_random_rules() {
        Applicants applicants = new Applicants("371000");
        List<String> flips = LongStream.range(0, 50)
                .parallel()
                .mapToObj(seed -> flips(seed, applicants))
                .flatMap(List::stream)
                .limit(3)
                .toList();
        assertEquals(List.of(), flips);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("luohu.testing.Bundled#ids")
    @DisplayName("and asked for settles an open pathway once it is answered, and nothing is asked for twice")
    void settles_an_open_pathway_once_it_is_answered(String id) {
        Reasoning reasoning = new Reasoning(Bundled.decider(id));
        Applicants applicants = Applicants.to(id);
        for (long seed = 0; seed < ASKED; seed++) {
            for (PathwayText pathway : Bundled.decider(id).policy().document().pathways()) {
                Drawn drawn = applicants.partlyKnown(seed);
                Set<String> asked = new TreeSet<>();
                Case context = reasoning.open(drawn.facts(), drawn.date());
                while (reasoning.truth(Aspect.PATHWAY, pathway.code(), context) == Truth.UNKNOWN) {
                    Collection<String> missing = reasoning.missing(pathway.code(), context);
                    int before = asked.size();
                    asked.addAll(missing);
                    assertEquals(before + missing.size(), asked.size(), "asked again: " + missing + "\n" + drawn);
                    drawn = applicants.answered(drawn, seed, missing);
                    context = reasoning.open(drawn.facts(), drawn.date());
                }
            }
        }
    }

    private static List<String> flips(long seed, Applicants applicants) {
        String text = RandomRules.file(seed, 20);
        List<String> flips = new ArrayList<>();
        for (Rule rule :
                new RuleFileParser(Bundled.VOCABULARY).parse("random.drl", text).rules()) {
            RuleExplanation explanation = new RuleExplanation(rule, Map.of());
            for (int i = 0; i < 40; i++) {
                Drawn before = applicants.partlyKnown(seed * 40 + i);
                Drawn after = applicants.filled(before, seed);
                Truth old = explanation.truth(open(before, null));
                Truth now = explanation.truth(open(after, i % 2 == 0));
                if (flips(old, now)) {
                    flips.add(text.split("(?<=end\n)\n")[Integer.parseInt(rule.name())] + old + " → " + now + "\n"
                            + before + "\n" + after);
                }
            }
        }
        return flips;
    }

    private static Case open(Drawn drawn, Boolean holds) {
        Case context = new Case(Bundled.VOCABULARY, drawn.facts(), "371000", drawn.date());
        for (String code : RandomRules.PATHWAYS) {
            context.add(
                    Bundled.VOCABULARY.pathway(),
                    new PathwayOutcome(code, holds, holds == null ? List.of("relatives") : List.of()));
        }
        return context;
    }

    private static boolean flips(Truth old, Truth now) {
        return old != Truth.UNKNOWN && old != now;
    }
}

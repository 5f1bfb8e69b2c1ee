package luohu.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import luohu.language.Case;
import luohu.language.Item;
import luohu.language.PathwayOutcome;
import luohu.language.Rule;
import luohu.language.RuleFile;
import luohu.language.RuleFileParser;
import luohu.testing.Applicants;
import luohu.testing.Bundled;
import luohu.testing.RandomRules;
import luohu.testing.Written;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The bound on firings")
class MostFiringsTest {

    private static final LocalDate DAY = LocalDate.of(2024, 5, 1);

    @ParameterizedTest
    @MethodSource("luohu.testing.Bundled#ids")
    @DisplayName(
            "leaves every bundled package room for the longest lists, a fiftieth of what is let happen for any rules")
    void bundled(String id) {
        long most = new MostFirings(type -> type.isList() ? 101 : 1)
                .of(Bundled.decider(id).policy().rules());
        assertTrue(most < 2_000, () -> id + " can fire " + most + " times");
    }

    @Test
    @DisplayName("is never passed: random rules over random applicants fire at most as often as it says")
    void is_an_upper_bound() {
        long fired = 0;
        for (int seed = 0; seed < 60; seed++) {
            String text = RandomRules.file(seed, 8);
            List<Rule> rules = parsed(text);
            RuleEngine engine = new RuleEngine(rules);
            for (int i = 0; i < 20; i++) {
                var drawn = new Applicants("371000").partlyKnown(seed * 20L + i);
                Case context = new Case(Bundled.VOCABULARY, drawn.facts(), "371000", drawn.date());
                int count = engine.decide(context, 1, (round, soFar) -> outcomes(context))
                        .count();
                long most = new MostFirings(type -> context.items(type).size()).of(rules);
                assertTrue(count <= most, () -> count + " firings, at most " + most + " expected\n" + text + drawn);
                fired += count;
            }
        }
        assertTrue(fired > 1_000, "only " + fired + " firings seen");
    }

    @Test
    @DisplayName("stops rules that go through the combinations of three long lists, which no request should pay for")
    void stops_combinations() {
        RuleEngine engine = new RuleEngine(
                parsed(
                        "rule \"一\" @pathway(\"q\") when $h : Home( ) "
                                + "$j : Job( divisionCode == $h.divisionCode ) $who : Person( residence.divisionCode == $j.divisionCode ) then matched($who); end"));
        // certain for three relatives, possible for the applicant as well, whose residence is not known
        assertEquals(3 * 3 * (3 + 4), decide(engine, 3).count());
        assertThrows(IllegalStateException.class, () -> decide(engine, 100));
        assertEquals(3 * 3 * (3 + 4), decide(engine, 3).count(), "the next request is decided as before");
    }

    private static Firings decide(RuleEngine engine, int items) {
        String place = "{divisionCode: '371002'}";
        String facts = "homes: " + list(items, place) + "\njobs: " + list(items, place) + "\nrelatives: "
                + list(items, "{residence: {divisionCode: '371002'}}");
        Case context = new Case(Bundled.VOCABULARY, Written.facts(facts), "371000", DAY);
        return engine.decide(context, 0, (round, soFar) -> List.of());
    }

    private static String list(int items, String item) {
        return "[" + String.join(", ", Collections.nCopies(items, item)) + "]";
    }

    private static List<Item> outcomes(Case context) {
        return RandomRules.PATHWAYS.stream()
                .map(code -> context.add(Bundled.VOCABULARY.pathway(), new PathwayOutcome(code, true, List.of())))
                .toList();
    }

    private static List<Rule> parsed(String text) {
        RuleFile file = new RuleFileParser(Bundled.VOCABULARY).parse("rules.drl", text);
        assertEquals(List.of(), file.findings(), text);
        return file.rules();
    }
}

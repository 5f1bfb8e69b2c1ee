package luohu.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import luohu.language.Case;
import luohu.language.PathwayOutcome;
import luohu.language.Rule;
import luohu.language.RuleFile;
import luohu.language.RuleFileParser;
import luohu.language.Truth;
import luohu.testing.Bundled;
import luohu.testing.Written;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The rule engine")
class RuleEngineTest {

    private static final String NOBODY = "{relatives: []}";

    @ParameterizedTest
    @EnumSource
    @DisplayName("waits for the outcome of a pathway before it takes its absence for a no")
    void waits_for_outcomes(Truth outcome) {
        assertEquals(outcome.not(), verdict("not Pathway( code == \"p\", holds == true )", NOBODY, outcome));
        assertEquals(outcome, verdict("not( not Pathway( code == \"p\", holds == true ) )", NOBODY, outcome));
        assertEquals(outcome.not(), verdict("Pathway( code == \"p\", holds == false )", NOBODY, outcome));
        assertEquals(
                Truth.FALSE,
                verdict("Person( ) not( Person( ) and Pathway( code == \"p\", holds == true ) )", NOBODY, Truth.TRUE));
    }

    @Test
    @DisplayName("takes two relatives without ids for two persons, and each for one")
    void tells_relatives_without_ids_apart() {
        String facts =
                """
                relatives:
                  - {relation: SPOUSE, residence: {divisionCode: '371002', areaType: RURAL}}
                  - {relation: CHILD, residence: {divisionCode: '371002', areaType: URBAN}}
                """;
        String spouse = "$spouse : Relative( relation == \"SPOUSE\" ) ";
        assertEquals(Truth.FALSE, verdict(spouse + "Person( id == $spouse.id, residence.inTown == true )", facts));
        assertEquals(
                Truth.TRUE, verdict(spouse + "Person( id == $spouse.id, residence.inCountryside == true )", facts));
        assertEquals(Truth.FALSE, verdict(spouse + "Home( holderIds contains $spouse.id )", facts + "homes: [{}]"));
    }

    private static Truth verdict(String conditions, String facts) {
        return verdict(conditions, facts, Truth.UNKNOWN);
    }

    /** What Drools and the formula make of a rule; they have to agree. */
    private static Truth verdict(String conditions, String facts, Truth outcome) {
        RuleFile file = new RuleFileParser(Bundled.VOCABULARY)
                .parse("rules.drl", "rule \"一\" @pathway(\"q\") when " + conditions + " then matched(); end");
        assertEquals(List.of(), file.findings());
        Rule rule = file.rules().get(0);
        Case context = new Case(Bundled.VOCABULARY, Written.facts(facts), "371000", LocalDate.of(2024, 5, 1));
        Firings firings = new RuleEngine(file.rules())
                .decide(
                        context,
                        1,
                        (round, soFar) -> List.of(context.add(
                                Bundled.VOCABULARY.pathway(),
                                new PathwayOutcome("p", outcome.value(), List.of("relatives")))));
        assertEquals(new RuleExplanation(rule, Map.of()).truth(context), firings.truth(0), conditions);
        return firings.truth(0);
    }
}

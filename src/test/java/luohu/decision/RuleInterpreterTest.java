package luohu.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.LongStream;
import luohu.engine.RuleInterpreter;
import luohu.testing.Applicants;
import luohu.testing.Applicants.Drawn;
import luohu.testing.Bundled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Rules judged by their formulas alone")
class RuleInterpreterTest {

    private static final int APPLICANTS = 10_000;

    @ParameterizedTest(name = "{0}")
    @MethodSource("luohu.testing.Bundled#ids")
    @DisplayName("give random applicants the same whole decision as rules judged by Drools")
    void decide_as_drools_does(String id) {
        PackageDecider drools = Bundled.decider(id);
        PackageDecider interpreted = new PackageDecider(
                drools.policy(),
                Bundled.VOCABULARY,
                Bundled.SCHEMA,
                new RuleInterpreter(drools.policy().rules()));
        Applicants applicants = Applicants.to(id);
        List<Long> different = LongStream.range(0, APPLICANTS)
                .parallel()
                .filter(seed -> {
                    Drawn drawn = applicants.partlyKnown(seed);
                    return !drools.decide(drawn.facts(), drawn.date())
                            .equals(interpreted.decide(drawn.facts(), drawn.date()));
                })
                .boxed()
                .toList();
        assertEquals(List.of(), different, "seeds of applicants decided differently");
    }
}

package luohu.decision;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import luohu.language.Truth;
import luohu.testing.Applicants;
import luohu.testing.Bundled;
import luohu.testing.Reasoning;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Drools and the explanation of its decision")
class EngineAndExplanationTest {

    private static final int APPLICANTS = 20_000;

    @ParameterizedTest(name = "{0}")
    @MethodSource("luohu.testing.Bundled#ids")
    @DisplayName("agree on every rule for random applicants, who reach every outcome of every pathway")
    void agree(String id) {
        PackageDecider decider = Bundled.decider(id);
        Reasoning reasoning = new Reasoning(decider);
        Applicants applicants = Applicants.to(id);
        List<Differences> all = LongStream.range(0, APPLICANTS)
                .parallel()
                .mapToObj(seed -> new Differences(decider, reasoning, applicants.partlyKnown(seed)))
                .toList();
        List<String> disagreements =
                all.stream().flatMap(each -> each.found().stream()).toList();
        System.out.println(id + ": " + APPLICANTS + " applicants, " + disagreements.size() + " disagreements");
        assertAll(
                () -> assertEquals(
                        List.of(), disagreements.stream().limit(5).toList(), disagreements.size() + " disagreements"),
                () -> assertEquals(Map.of(), unreached(reasoning, all), "outcomes no applicant reached"));
    }

    /** Of each rule, the truth values that no applicant reached. */
    private static Map<String, Set<Truth>> unreached(Reasoning reasoning, List<Differences> all) {
        Map<String, Set<Truth>> unreached = new TreeMap<>();
        for (int i = 0; i < reasoning.rules().size(); i++) {
            int rule = i;
            Set<Truth> left = EnumSet.allOf(Truth.class);
            left.removeAll(all.stream().map(each -> each.truths().get(rule)).collect(Collectors.toSet()));
            if (!left.isEmpty()) {
                unreached.put(reasoning.rules().get(i).name(), left);
            }
        }
        return unreached;
    }
}

package luohu.mutation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import luohu.binding.RecordReader;
import luohu.decision.Decision;
import luohu.decision.PackageDecider;
import luohu.engine.RuleInterpreter;
import luohu.facts.Facts;
import luohu.scenarios.Scenario;
import luohu.scenarios.ScenarioReader.Ready;
import luohu.scenarios.ScenarioRunner;
import luohu.scenarios.ScenarioWriter;

/** Keeps for each mutant the plainest scenario found so far that would notice it. */
final class Witnesses {

    private static final String NAME = "〔请用一句话写明何人、何事、结果〕";

    private final PackageDecider decider;
    private final Map<Mutant, Witness> found = new HashMap<>();

    Witnesses(PackageDecider decider) {
        this.decider = decider;
    }

    /** What has been found. */
    Map<Mutant, Witness> found() {
        return found;
    }

    /** The mutants for which nothing has been found. */
    List<Mutant> left(List<Mutant> mutants) {
        return mutants.stream().filter(each -> !found.containsKey(each)).toList();
    }

    /**
     * Keeps a scenario if it notices the mutant and is plainer than what was kept before.
     *
     * @param decision what the package as it stands decides; null when it is not in force on the day
     */
    void offer(Mutant mutant, Situation situation, LocalDate date, Facts facts, Decision decision) {
        String pathway = mutant.rule() < 0
                ? null
                : decider.policy().rules().get(mutant.rule()).target().code();
        ObjectNode expect = ScenarioWriter.expectation(decision, pathway);
        Scenario.Expectation expectation = new RecordReader().read(expect, Scenario.Expectation.class);
        Ready base = situation.base();
        Ready scenario =
                new Ready(base.file(), base.line(), "", date, facts, expectation, situation.written(), base.defaults());
        PackageDecider changed = decider.variant(
                mutant.policy(), new RuleInterpreter(mutant.policy().rules()));
        if (!new ScenarioRunner(changed).run(scenario).isEmpty()) {
            String yaml = ScenarioWriter.write(NAME, date, situation.written(), base.defaults(), expect);
            found.merge(mutant, new Witness(scenario, yaml), (a, b) -> plainer().compare(a, b) <= 0 ? a : b);
        }
    }

    /** A scenario in which nothing is left open is easier to hold against a document, and so is a shorter one. */
    private static Comparator<Witness> plainer() {
        return Comparator.comparingInt(
                        (Witness each) -> each.scenario().expect().undetermined() == null ? 0 : 1)
                .thenComparingInt(each -> each.yaml().length())
                .thenComparing(Witness::yaml);
    }
}

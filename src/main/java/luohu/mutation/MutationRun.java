package luohu.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import luohu.decision.PackageDecider;
import luohu.engine.RuleEngine;
import luohu.engine.RuleInterpreter;
import luohu.engine.RuleJudge;
import luohu.facts.FactSchema;
import luohu.mutation.MutationScore.Survivor;
import luohu.packages.PackageFiles;
import luohu.scenarios.ScenarioReader.Ready;
import luohu.scenarios.ScenarioRunner;

/** Measures the scenarios of a package: changes it in one place at a time and sees whether any scenario fails. */
public final class MutationRun {

    private final PackageDecider decider;
    private final FactSchema schema;
    private final List<Ready> scenarios;
    private final List<Mutant> mutants;

    /**
     * @param decider the package, every scenario of which passes
     * @param files its files
     * @param schema the facts there are
     * @param scenarios its scenarios
     */
    public MutationRun(PackageDecider decider, PackageFiles files, FactSchema schema, List<Ready> scenarios) {
        this.decider = decider;
        this.schema = schema;
        this.scenarios = scenarios;
        this.mutants = new Mutations(decider.policy(), files.folder()).all();
    }

    /** How many changes will be tried. */
    public int size() {
        return mutants.size();
    }

    /**
     * Tries every change, on all cores.
     *
     * @param tried called after each, from any thread
     */
    public MutationScore run(Runnable tried) {
        List<Mutant> survivors = mutants.parallelStream()
                .filter(mutant -> {
                    boolean survives = survives(mutant);
                    tried.run();
                    return survives;
                })
                .toList();
        Map<Mutant, Witness> witnesses = new ConcurrentHashMap<>();
        PackageDecider interpreted = decider.variant(
                decider.policy(), new RuleInterpreter(decider.policy().rules()));
        WitnessSearch search = new WitnessSearch(interpreted, schema, scenarios);
        new TreeMap<>(survivors.stream().collect(Collectors.groupingBy(Mutant::rule)))
                .values().parallelStream().forEach(each -> witnesses.putAll(search.of(each)));
        return new MutationScore(decider.policy().id(), mutants.size(), shared(survivors, witnesses));
    }

    /** One scenario often notices several mutants: those found first serve for the rest where they can. */
    private List<Survivor> shared(List<Mutant> survivors, Map<Mutant, Witness> witnesses) {
        List<Witness> kept = new ArrayList<>();
        List<Survivor> all = new ArrayList<>();
        for (Mutant each : survivors) {
            Witness own = witnesses.get(each);
            PackageDecider changed = decider.variant(
                    each.policy(), new RuleInterpreter(each.policy().rules()));
            Optional<Witness> other = kept.stream()
                    .filter(witness ->
                            !new ScenarioRunner(changed).run(witness.scenario()).isEmpty())
                    .findFirst();
            if (other.isEmpty() && own != null) {
                kept.add(own);
            }
            all.add(new Survivor(each, other.orElse(own)));
        }
        return all;
    }

    /** Judged by formulas first; a survivor only counts as one when Drools sees no difference either. */
    private boolean survives(Mutant mutant) {
        return unnoticed(mutant, new RuleInterpreter(mutant.policy().rules()))
                && unnoticed(mutant, new RuleEngine(mutant.policy().rules()));
    }

    private boolean unnoticed(Mutant mutant, RuleJudge judge) {
        ScenarioRunner runner = new ScenarioRunner(decider.variant(mutant.policy(), judge));
        return scenarios.stream().allMatch(each -> runner.run(each).isEmpty());
    }
}

package luohu.scenarios;

import java.util.List;
import luohu.decision.PackageDecider;

/**
 * Every scenario of a package run once.
 *
 * @param decider the package
 * @param results what became of each scenario, in the order of files and lines
 * @param coverage what the scenarios show of the rules' conditions
 */
public record PackageTest(PackageDecider decider, List<ScenarioResult> results, Coverage coverage) {

    /** Runs the scenarios of a package; {@code done} is called after each. */
    public static PackageTest run(PackageDecider decider, List<ScenarioReader.Ready> scenarios, Runnable done) {
        ScenarioRunner runner = new ScenarioRunner(decider);
        Coverage coverage = new Coverage(decider);
        List<ScenarioResult> results = scenarios.stream()
                .map(scenario -> {
                    ScenarioResult result = new ScenarioResult(scenario, runner.run(scenario));
                    if (!Boolean.FALSE.equals(scenario.expect().inForce())) {
                        coverage.observe(scenario.facts(), scenario.date());
                    }
                    done.run();
                    return result;
                })
                .toList();
        return new PackageTest(decider, results, coverage);
    }

    /** The scenarios that do not pass. */
    public List<ScenarioResult> failures() {
        return results.stream().filter(result -> !result.passes()).toList();
    }
}

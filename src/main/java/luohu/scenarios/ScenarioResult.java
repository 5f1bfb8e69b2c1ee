package luohu.scenarios;

import java.util.List;
import luohu.scenarios.ScenarioReader.Ready;

/**
 * What became of one scenario.
 *
 * @param scenario the scenario
 * @param differences where the decision differs from what it expects; none when it passes
 */
public record ScenarioResult(Ready scenario, List<Difference> differences) {

    /** Whether the package decides what the scenario expects. */
    public boolean passes() {
        return differences.isEmpty();
    }
}

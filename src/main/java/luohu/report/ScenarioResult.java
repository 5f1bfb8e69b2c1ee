package luohu.report;

import java.util.List;
import luohu.scenarios.Difference;
import luohu.scenarios.ScenarioReader.Ready;

/**
 * A scenario that was run.
 *
 * @param scenario the scenario
 * @param differences where the result differs from what it expects; empty when it passes
 * @param showing what it shows of each pathway and restriction
 */
public record ScenarioResult(Ready scenario, List<Difference> differences, Showing showing) {

    /** Whether the package decides what the scenario expects. */
    public boolean passes() {
        return differences.isEmpty();
    }
}

package luohu.mutation;

import luohu.scenarios.ScenarioReader.Ready;

/**
 * A scenario that would notice a mutant. Its expectation is what the package decides as it stands, so it has to be held
 * against the document before it is kept.
 *
 * @param scenario the scenario
 * @param yaml the scenario as its file would state it
 */
public record Witness(Ready scenario, String yaml) {}

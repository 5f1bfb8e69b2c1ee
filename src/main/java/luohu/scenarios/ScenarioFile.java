package luohu.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import luohu.binding.Required;

/**
 * Examples with their expected results.
 *
 * @param date the effective date, unless a scenario states its own
 * @param given the default facts, in the wire format
 * @param scenarios the examples
 */
public record ScenarioFile(@Required LocalDate date, @Required JsonNode given, @Required List<Scenario> scenarios) {}

package luohu.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import luohu.binding.Fault;
import luohu.binding.RecordReader;
import luohu.binding.YamlSource;
import luohu.facts.Facts;
import luohu.language.Finding;
import luohu.packages.BrokenPackageException;
import luohu.packages.PackageFiles;

/** Reads the scenarios of a package. */
public final class ScenarioReader {

    /**
     * One example, ready to run.
     *
     * @param file where it stands
     * @param line its line there
     * @param name its name
     * @param date the effective date
     * @param facts all its facts
     * @param expect the complete expected result
     * @param written all its facts in the wire format
     * @param defaults the date and the facts that its file takes for granted
     */
    public record Ready(
            String file,
            int line,
            String name,
            LocalDate date,
            Facts facts,
            Scenario.Expectation expect,
            JsonNode written,
            Defaults defaults) {}

    /**
     * What a scenario file takes for granted.
     *
     * @param date the effective date
     * @param given the facts in the wire format
     */
    public record Defaults(LocalDate date, JsonNode given) {}

    /**
     * The scenarios of a package, in the order of files and lines.
     *
     * @throws BrokenPackageException with every finding, when a file cannot be read
     */
    public List<Ready> read(PackageFiles files) {
        List<Finding> findings = new ArrayList<>();
        List<Ready> ready = new ArrayList<>();
        files.scenarios().forEach((name, text) -> read(files.folder() + "/" + name, text, ready, findings));
        if (!findings.isEmpty()) {
            throw new BrokenPackageException(findings);
        }
        return ready;
    }

    private static void read(String file, String text, List<Ready> ready, List<Finding> findings) {
        YamlSource source = YamlSource.of(text);
        source.faults().forEach(fault -> findings.add(finding(file, source, "", fault)));
        if (!source.faults().isEmpty()) {
            return;
        }
        RecordReader reader = new RecordReader();
        ScenarioFile scenarios = reader.read(source.tree(), ScenarioFile.class);
        reader.faults().forEach(fault -> findings.add(finding(file, source, "", fault)));
        if (!reader.faults().isEmpty()) {
            return;
        }
        Defaults defaults = new Defaults(scenarios.date(), scenarios.given());
        for (int i = 0; i < scenarios.scenarios().size(); i++) {
            Scenario scenario = scenarios.scenarios().get(i);
            String at = "/scenarios/" + i;
            JsonNode facts = scenario.facts() == null
                    ? scenarios.given()
                    : MergePatch.apply(scenarios.given(), scenario.facts());
            RecordReader factReader = new RecordReader();
            Facts read = factReader.read(facts, Facts.class);
            factReader.faults().forEach(fault -> findings.add(finding(file, source, at + "/facts", fault)));
            ready.add(new Ready(
                    file,
                    source.line(at),
                    scenario.name(),
                    scenario.date() == null ? scenarios.date() : scenario.date(),
                    read,
                    scenario.expect(),
                    facts,
                    defaults));
        }
    }

    private static Finding finding(String file, YamlSource source, String prefix, Fault fault) {
        return new Finding(file, source.line(prefix + fault.pointer()), fault.code(), fault.message());
    }
}

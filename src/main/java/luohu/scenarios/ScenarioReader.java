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
     * The scenarios of one file as far as they can be read.
     *
     * @param source the file, which knows the line of every value
     * @param scenarios its scenarios; null when the file as a whole cannot be read
     * @param ready those that can be run
     * @param findings what is wrong with it
     */
    record Reading(YamlSource source, ScenarioFile scenarios, List<Ready> ready, List<Finding> findings) {}

    /**
     * The scenarios of a package, in the order of files and lines.
     *
     * @throws BrokenPackageException with every finding, when a file cannot be read
     */
    public List<Ready> read(PackageFiles files) {
        List<Finding> findings = new ArrayList<>();
        List<Ready> ready = new ArrayList<>();
        files.scenarios().forEach((name, text) -> {
            Reading reading = read(files.folder() + "/" + name, text);
            ready.addAll(reading.ready());
            findings.addAll(reading.findings());
        });
        if (!findings.isEmpty()) {
            throw new BrokenPackageException(findings);
        }
        return ready;
    }

    /** The scenarios of one file; never throws for what the text holds. */
    static Reading read(String file, String text) {
        YamlSource source = YamlSource.of(text);
        List<Finding> findings = new ArrayList<>();
        report(source.faults(), file, source, "", findings);
        if (source.tree() == null) {
            return new Reading(source, null, List.of(), findings);
        }
        RecordReader reader = new RecordReader();
        ScenarioFile scenarios = reader.read(source.tree(), ScenarioFile.class);
        report(reader.faults(), file, source, "", findings);
        if (!findings.isEmpty()) {
            return new Reading(source, null, List.of(), findings);
        }
        Defaults defaults = new Defaults(scenarios.date(), scenarios.given());
        RecordReader givenReader = new RecordReader();
        givenReader.read(scenarios.given(), Facts.class);
        report(givenReader.faults(), file, source, "/given", findings);
        List<Ready> ready = new ArrayList<>();
        for (int i = 0; i < scenarios.scenarios().size(); i++) {
            Scenario scenario = scenarios.scenarios().get(i);
            String at = "/scenarios/" + i;
            JsonNode facts = scenario.facts() == null
                    ? scenarios.given()
                    : MergePatch.apply(scenarios.given(), scenario.facts());
            RecordReader factReader = new RecordReader();
            Facts read = factReader.read(facts, Facts.class);
            List<Fault> own = factReader.faults().stream()
                    .filter(fault -> givenReader.faults().stream()
                            .noneMatch(given -> given.pointer().equals(fault.pointer())))
                    .toList(); // what is wrong with the default facts has been said once
            report(own, file, source, at + "/facts", findings);
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
        return new Reading(source, scenarios, ready, findings);
    }

    private static void report(
            List<Fault> faults, String file, YamlSource source, String prefix, List<Finding> findings) {
        faults.forEach(fault ->
                findings.add(new Finding(file, source.line(prefix + fault.pointer()), fault.code(), fault.message())));
    }
}

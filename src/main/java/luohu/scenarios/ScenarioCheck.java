package luohu.scenarios;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import luohu.binding.YamlSource;
import luohu.facts.FactSchema;
import luohu.language.Finding;
import luohu.language.FindingKind;
import luohu.packages.PackageFiles;
import luohu.packages.PolicyDocument;
import luohu.scenarios.ScenarioReader.Reading;
import luohu.scenarios.ScenarioReader.Ready;

/** Checks the scenarios of a package without running them. */
public final class ScenarioCheck {

    private final FactSchema schema;

    /** Checks for scenarios over the facts. */
    public ScenarioCheck(FactSchema schema) {
        this.schema = schema;
    }

    /**
     * Everything wrong with the scenario files.
     *
     * @param files the package
     * @param document its document; null when that cannot be read, so that what scenarios name cannot be looked up
     */
    public List<Finding> check(PackageFiles files, PolicyDocument document) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Ready> names = new HashMap<>();
        files.scenarios().forEach((name, text) -> {
            Reading reading = ScenarioReader.read(files.folder() + "/" + name, text);
            findings.addAll(reading.findings());
            reading.ready().forEach(each -> uniqueName(each, names, findings));
            if (document != null) {
                names(reading, document, findings);
            }
        });
        if (names.isEmpty() && findings.isEmpty()) {
            findings.add(new Finding(
                    files.folder() + "/" + PackageFiles.DOCUMENT,
                    1,
                    FindingKind.NO_SCENARIOS,
                    "规则包没有情形；请在 scenarios/ 文件夹中写出 .yaml 文件，每条途径至少一个符合的情形。"));
        }
        return findings;
    }

    /**
     * The pathways of a sound package that none of its sound scenarios shows matching.
     *
     * @param files the package
     * @param document its document
     * @param source its document's text, for the lines
     */
    public List<Finding> unshown(PackageFiles files, PolicyDocument document, YamlSource source) {
        Set<String> shown = new HashSet<>();
        files.scenarios().forEach((name, text) -> ScenarioReader.read(name, text).ready().stream()
                .filter(each -> each.expect().matched() != null)
                .forEach(each -> shown.addAll(each.expect().matched().keySet())));
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < document.pathways().size(); i++) {
            String code = document.pathways().get(i).code();
            if (!shown.contains(code)) {
                findings.add(new Finding(
                        files.folder() + "/" + PackageFiles.DOCUMENT,
                        source.line("/pathways/" + i),
                        FindingKind.PATHWAY_WITHOUT_SCENARIO,
                        "没有一个情形的 matched 里有途径 " + code + "；请补写一个符合这条途径的情形。"));
            }
        }
        return findings;
    }

    private static void uniqueName(Ready scenario, Map<String, Ready> names, List<Finding> findings) {
        Ready first = names.putIfAbsent(scenario.name(), scenario);
        if (first != null) {
            findings.add(new Finding(
                    scenario.file(),
                    scenario.line(),
                    FindingKind.DUPLICATE_SCENARIO,
                    "情形名与 " + first.file() + " 第 " + first.line() + " 行的相同；请改用不同的名称，写明二者的区别。"));
        }
    }

    private void names(Reading reading, PolicyDocument document, List<Finding> findings) {
        for (int i = 0; i < reading.ready().size(); i++) {
            Ready scenario = reading.ready().get(i);
            new NamesCheck(scenario, "/scenarios/" + i, document, schema, reading.source(), findings).check();
        }
    }
}

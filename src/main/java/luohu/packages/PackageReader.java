package luohu.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import luohu.binding.RecordReader;
import luohu.binding.YamlSource;
import luohu.language.Finding;
import luohu.language.FindingKind;
import luohu.language.Rule;
import luohu.language.RuleFile;
import luohu.language.RuleFileParser;
import luohu.language.Vocabulary;

/** Reads the files of a package and checks everything about them that can be checked without the other packages. */
public final class PackageReader {

    private final RuleFileParser ruleFiles;

    /** A reader for packages over a vocabulary. */
    public PackageReader(Vocabulary vocabulary) {
        this.ruleFiles = new RuleFileParser(vocabulary);
    }

    /**
     * The package that the files state.
     *
     * @throws BrokenPackageException with every finding, when there is any
     */
    public PolicyPackage read(PackageFiles files) {
        List<Finding> findings = new ArrayList<>();
        List<Rule> rules = new ArrayList<>();
        files.rules().forEach((name, text) -> {
            RuleFile file = ruleFiles.parse(files.folder() + "/" + name, text);
            rules.addAll(file.rules());
            findings.addAll(file.findings());
        });
        PolicyDocument document = document(files, rules, findings);
        if (!findings.isEmpty()) {
            throw new BrokenPackageException(findings);
        }
        return new PolicyPackage(document, List.copyOf(rules), source(files), files.digest());
    }

    private static PolicyDocument document(PackageFiles files, List<Rule> rules, List<Finding> findings) {
        String path = files.folder() + "/" + PackageFiles.DOCUMENT;
        String text = files.texts().get(PackageFiles.DOCUMENT);
        if (text == null) {
            findings.add(new Finding(
                    path, 1, FindingKind.MISSING, "规则包里没有 " + PackageFiles.DOCUMENT + "；请把文件的标题、日期、途径等写在其中。"));
            return null;
        }
        YamlSource source = YamlSource.of(text);
        RecordReader reader = new RecordReader();
        PolicyDocument document = source.tree() == null ? null : reader.read(source.tree(), PolicyDocument.class);
        boolean wellFormed = source.faults().isEmpty() && reader.faults().isEmpty();
        source.faults()
                .forEach(each ->
                        findings.add(new Finding(path, source.line(each.pointer()), each.code(), each.message())));
        reader.faults()
                .forEach(each ->
                        findings.add(new Finding(path, source.line(each.pointer()), each.code(), each.message())));
        if (wellFormed) {
            boolean rulesAreWhole = findings.isEmpty();
            DocumentFindings found = new DocumentFindings(files.folder(), source, findings);
            new DocumentCheck(document, found).check();
            if (rulesAreWhole) {
                new RuleFitCheck(document, rules, found).check();
            }
        }
        return document;
    }

    private static String source(PackageFiles files) {
        StringBuilder source = new StringBuilder();
        for (Map.Entry<String, String> file : files.rules().entrySet()) {
            source.append("// ")
                    .append(files.folder())
                    .append('/')
                    .append(file.getKey())
                    .append("\n\n");
            source.append(file.getValue().stripTrailing()).append("\n\n");
        }
        return source.toString().stripTrailing() + "\n";
    }
}

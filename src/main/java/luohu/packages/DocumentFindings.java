package luohu.packages;

import java.util.List;
import luohu.binding.YamlSource;
import luohu.language.Finding;
import luohu.language.FindingKind;
import luohu.language.Rule;

/**
 * Where the checks of one package put what they find.
 *
 * @param folder the package's folder, relative to the rules folder
 * @param source its document, which knows the line of every value
 * @param findings takes the findings
 */
record DocumentFindings(String folder, YamlSource source, List<Finding> findings) {

    /** Something wrong with a value of the document. */
    void report(String pointer, FindingKind kind, String message) {
        findings.add(new Finding(folder + "/" + PackageFiles.DOCUMENT, source.line(pointer), kind, message));
    }

    /** Something wrong with a rule. */
    void report(Rule rule, FindingKind kind, String message) {
        findings.add(new Finding(rule.file(), rule.line(), kind, message));
    }
}

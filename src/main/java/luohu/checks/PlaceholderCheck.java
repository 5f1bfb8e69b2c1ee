package luohu.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import luohu.language.Finding;
import luohu.language.FindingKind;
import luohu.packages.PackageFiles;

/**
 * Looks for places that a new package left to be written. They stand in the brackets that documents use for years in their
 * numbers, such as 〔2016〕, which are none.
 */
final class PlaceholderCheck {

    private static final Pattern PLACEHOLDER = Pattern.compile("〔(?![0-9０-９])");
    private static final String COMMENT = "#";

    private PlaceholderCheck() {}

    /** A warning for each line that has one, save the lines of YAML that only comment. */
    static List<Finding> check(PackageFiles files) {
        List<Finding> findings = new ArrayList<>();
        files.texts().forEach((name, text) -> {
            List<String> lines = text.lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                if (PLACEHOLDER.matcher(line).find() && !line.stripLeading().startsWith(COMMENT)) {
                    findings.add(new Finding(
                            files.folder() + "/" + name, i + 1, FindingKind.PLACEHOLDER, "这里还有待写的〔……〕；请改写成文件的内容。"));
                }
            }
        });
        return findings;
    }
}

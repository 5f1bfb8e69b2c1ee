package luohu.report;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import luohu.language.Rule;
import luohu.packages.PackageFiles;
import luohu.packages.PolicyPackage;

/** The rules of a package as they are written, each with the comments above it. */
final class RuleTexts {

    /** What has to be told apart to find the end of a rule: comments and strings hide the words in them. */
    private static final Pattern TOKEN = Pattern.compile(
            "//[^\\n]*|/\\*.*?\\*/|\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|[\\p{L}\\p{N}_$]+", Pattern.DOTALL);

    private final Map<Rule, String> byRule = new IdentityHashMap<>();

    RuleTexts(PolicyPackage policy, PackageFiles files) {
        files.rules().forEach((name, text) -> {
            List<String> texts = split(text);
            List<Rule> rules = policy.rules().stream()
                    .filter(rule -> rule.file().equals(files.folder() + "/" + name))
                    .toList();
            for (int i = 0; i < rules.size() && i < texts.size(); i++) {
                byRule.put(rules.get(i), texts.get(i));
            }
        });
    }

    /** The text of a rule. */
    String of(Rule rule) {
        return byRule.getOrDefault(rule, "");
    }

    /** The rules of a file in order; a comment belongs to the rule below it, and those at the end to the last. */
    static List<String> split(String file) {
        List<Integer> ends = new ArrayList<>();
        Matcher token = TOKEN.matcher(file);
        boolean consequence = false;
        while (token.find()) {
            if (token.group().equals("then")) {
                consequence = true;
            } else if (consequence && token.group().equals("end")) {
                ends.add(token.end());
                consequence = false;
            }
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < ends.size(); i++) {
            int from = i == 0 ? 0 : ends.get(i - 1);
            int to = i == ends.size() - 1 ? file.length() : ends.get(i);
            texts.add(file.substring(from, to).strip());
        }
        return texts;
    }
}

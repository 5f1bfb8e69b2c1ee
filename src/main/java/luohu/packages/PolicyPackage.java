package luohu.packages;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import luohu.language.Rule;

/**
 * A rule package that passed every check: a city's document as data and its rules.
 *
 * @param document the document
 * @param rules the rules, in the order of the files
 * @param source the rule files, one after the other
 * @param digest SHA-256 over document and rules
 */
public record PolicyPackage(PolicyDocument document, List<Rule> rules, String source, String digest) {

    /** The package's id: {@code weihai-2021-10-21}. */
    public String id() {
        return document.id();
    }

    /** The titles of its pathways by code. */
    public Map<String, String> pathwayTitles() {
        return document.pathways().stream().collect(Collectors.toMap(PathwayText::code, PathwayText::title));
    }

    /** The rules that decide one aspect of a pathway or restriction, in order. */
    public List<Rule> rules(Rule.Aspect aspect, String code) {
        return rules.stream()
                .filter(rule ->
                        rule.target().aspect() == aspect && rule.target().code().equals(code))
                .toList();
    }
}

package luohu.library;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import luohu.engine.RuleExplanation;

/** Which facts the rules of a package read. */
final class FactReads {

    private final List<RuleExplanation> rules;

    /** Of all rules of a package. */
    FactReads(List<RuleExplanation> rules) {
        this.rules = rules;
    }

    /** Each fact that a rule reads, with the pathways and restrictions for which it does. */
    SortedMap<String, List<String>> byPath() {
        SortedMap<String, Set<String>> readers = new TreeMap<>();
        for (RuleExplanation each : rules) {
            of(each).forEach(path -> readers.computeIfAbsent(path, key -> new TreeSet<>())
                    .add(each.rule().target().code()));
        }
        SortedMap<String, List<String>> byPath = new TreeMap<>();
        readers.forEach((path, codes) -> byPath.put(path, List.copyOf(codes)));
        return byPath;
    }

    /** What a rule reads, itself or through the pathways whose outcome it asks for. */
    private Set<String> of(RuleExplanation rule) {
        Set<String> reads = new TreeSet<>(rule.reads());
        for (String code : rule.rule().dependsOn()) {
            rules.stream()
                    .filter(each -> each.rule().target().code().equals(code))
                    .forEach(each -> reads.addAll(of(each)));
        }
        return reads;
    }
}

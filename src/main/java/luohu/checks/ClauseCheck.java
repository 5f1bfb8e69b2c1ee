package luohu.checks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import luohu.language.Finding;
import luohu.language.FindingKind;
import luohu.packages.OtherClause;
import luohu.packages.PathwayText;
import luohu.packages.PolicyDocument;
import luohu.packages.RestrictionText;

/**
 * Looks for clauses that are cited twice. One clause may well state several pathways, each in its own words; but the same
 * words can state only one, and what is a pathway is not at the same time a clause that is none.
 */
final class ClauseCheck {

    private final ReadDocument read;
    private final Map<String, String> words = new HashMap<>();
    private final Map<String, String> grounds = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    ClauseCheck(ReadDocument read) {
        this.read = read;
    }

    List<Finding> check() {
        PolicyDocument document = read.document();
        for (int i = 0; i < document.pathways().size(); i++) {
            PathwayText each = document.pathways().get(i);
            ground("/pathways/" + i, each.clause(), each.quote());
        }
        for (int i = 0; i < document.restrictions().size(); i++) {
            RestrictionText each = document.restrictions().get(i);
            ground("/restrictions/" + i, each.clause(), each.quote());
        }
        for (int i = 0; i < document.otherClauses().size(); i++) {
            OtherClause each = document.otherClauses().get(i);
            String at = "/otherClauses/" + i + "/clause";
            if (grounds.containsKey(each.clause())) {
                report(at, grounds.get(each.clause()), each.clause(), "同一条款不能既是途径或者限制，又列在 otherClauses 里，请改正条款号或者删去一处");
            } else {
                once(at, each.clause(), each.quote());
            }
        }
        return findings;
    }

    private void ground(String pointer, String clause, String quote) {
        grounds.putIfAbsent(clause, pointer + "/clause");
        once(pointer + "/clause", clause, quote);
    }

    private void once(String pointer, String clause, String quote) {
        String first = words.putIfAbsent(clause + "\n" + quote, pointer);
        if (first != null) {
            report(pointer, first, clause, "两处的引文也相同，请改正条款号，或者各引起决定作用的词句");
        }
    }

    private void report(String pointer, String first, String clause, String mend) {
        findings.add(new Finding(
                read.file(),
                read.source().line(pointer),
                FindingKind.CLAUSE_CITED_TWICE,
                "第 " + read.source().line(first) + " 行已经引用了条款“" + clause + "”；" + mend + "。"));
    }
}

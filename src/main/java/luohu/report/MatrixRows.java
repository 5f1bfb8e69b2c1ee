package luohu.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luohu.packages.PathwayKind;
import luohu.packages.PathwayText;

/** The rows of the matrix: one for each kind of pathway, and one for each pathway that is like no other. */
final class MatrixRows {

    private MatrixRows() {}

    /** The rows in the order of the kinds: what a row is called, by its key. */
    static Map<String, String> of(List<ReportedPackage> packages) {
        Map<String, String> rows = new LinkedHashMap<>();
        packages.stream()
                .flatMap(each -> each.document().pathways().stream())
                .sorted(Comparator.comparing(PathwayText::kind))
                .forEach(pathway -> rows.putIfAbsent(key(pathway), label(pathway)));
        return rows;
    }

    /** The row a pathway belongs to. */
    static String key(PathwayText pathway) {
        return isAlone(pathway) ? pathway.code() : pathway.kind().name();
    }

    private static String label(PathwayText pathway) {
        return isAlone(pathway) ? pathway.title() : pathway.kind().label();
    }

    private static boolean isAlone(PathwayText pathway) {
        return pathway.kind() == PathwayKind.OTHER;
    }
}

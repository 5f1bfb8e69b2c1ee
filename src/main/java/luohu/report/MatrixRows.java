package luohu.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luohu.packages.PathwayText;

/** The rows of the matrix: what makes pathways of different cities the same kind of pathway. Nothing else decides it. */
final class MatrixRows {

    private MatrixRows() {}

    /** The rows in the order in which the packages first name them: what a row is called, by its key. */
    static Map<String, String> of(List<ReportedPackage> packages) {
        Map<String, String> rows = new LinkedHashMap<>();
        for (ReportedPackage each : packages) {
            each.document().pathways().forEach(pathway -> rows.putIfAbsent(key(pathway), label(pathway)));
        }
        return rows;
    }

    /** The row a pathway belongs to. */
    static String key(PathwayText pathway) {
        return pathway.code();
    }

    private static String label(PathwayText pathway) {
        return pathway.title();
    }
}

package luohu.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import luohu.packages.City;
import luohu.packages.PathwayText;

/**
 * The pathways by city.
 *
 * @param cities the columns
 * @param rows one for each kind of pathway
 */
record Matrix(List<City> cities, List<Row> rows) {

    /** A kind of pathway, and what each city provides. */
    record Row(String key, String label, List<Cell> cells) {}

    /** What a city provides; no entry where its documents do not. */
    record Cell(City city, List<Entry> entries) {}

    /**
     * One pathway.
     *
     * @param version which of the city's packages it is of; null when the city has one
     */
    record Entry(String title, String clause, String anchor, String version) {}

    static Matrix of(List<ReportedPackage> packages) {
        List<City> cities =
                packages.stream().map(each -> each.document().city()).distinct().toList();
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<String, String> row : MatrixRows.of(packages).entrySet()) {
            List<Cell> cells = cities.stream()
                    .map(city -> new Cell(city, entries(row.getKey(), of(city, packages))))
                    .toList();
            rows.add(new Row(row.getKey(), row.getValue(), cells));
        }
        return new Matrix(cities, rows);
    }

    private static List<ReportedPackage> of(City city, List<ReportedPackage> packages) {
        return packages.stream()
                .filter(each -> each.document().city().equals(city))
                .toList();
    }

    private static List<Entry> entries(String key, List<ReportedPackage> packages) {
        List<Entry> entries = new ArrayList<>();
        for (ReportedPackage each : packages) {
            String version = packages.size() == 1 ? null : Words.version(each.document());
            for (PathwayText pathway : each.document().pathways()) {
                if (MatrixRows.key(pathway).equals(key)) {
                    String anchor = Anchors.of(each.document()).clause(pathway.code());
                    entries.add(new Entry(pathway.title(), pathway.clause(), anchor, version));
                }
            }
        }
        return entries;
    }
}

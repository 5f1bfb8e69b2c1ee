package luohu.robustness;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The inputs and what became of them, as a page of Markdown. */
final class Table {

    private Table() {}

    static String of(List<Outcome> outcomes) {
        Map<String, Integer> statuses = new TreeMap<>();
        StringBuilder rows = new StringBuilder();
        for (Outcome outcome : outcomes) {
            String status = outcome.status() == 0 ? "closed" : Integer.toString(outcome.status());
            statuses.merge(status, 1, Integer::sum);
            rows.append("| ")
                    .append(cell(outcome.input().endpoint()))
                    .append(" | ")
                    .append(cell(outcome.input().name()))
                    .append(" | ")
                    .append(status)
                    .append(" | ")
                    .append(outcome.code())
                    .append(" |\n");
        }
        return "# Bad inputs\n\n" + outcomes.size() + " inputs; by status: " + statuses
                + "\n\n| to | input | status | code |\n| --- | --- | --- | --- |\n" + rows;
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replaceAll("\\p{Cntrl}", "�");
    }
}

package luohu.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import luohu.decision.PackageDecider;
import luohu.decision.RuleReason;
import luohu.facts.FactSchema;
import luohu.language.Rule.Aspect;
import luohu.language.Truth;
import luohu.library.PackageFolders;
import luohu.library.PackageLibrary;
import luohu.packages.PackageFiles;
import luohu.scenarios.ScenarioReader.Ready;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The scenarios")
class ScenarioTableTest {

    /** How many scenarios show a pathway or restriction matching, failing by one condition, open. */
    private static final class Row {
        int matches;
        int failsByOne;
        int open;
    }

    @Test
    @DisplayName(
            "show every pathway and restriction matching, failing by a single condition, and open for a missing fact")
    void have_no_hole() {
        List<PackageFiles> all = PackageFolders.bundled();
        PackageLibrary library = PackageLibrary.of(all, new FactSchema());
        List<String> holes = new ArrayList<>();
        int rows = 0;
        for (PackageFiles files : all) {
            PackageDecider decider =
                    library.byId(files.folder().replace('/', '-')).orElseThrow().decider();
            TreeMap<String, Row> table = table(decider, new ScenarioReader().read(files));
            decider.policy()
                    .document()
                    .pathways()
                    .forEach(each -> table.computeIfAbsent(each.code(), code -> new Row()));
            rows += table.size();
            for (var entry : table.entrySet()) {
                Row row = entry.getValue();
                System.out.printf(
                        "%-22s %-28s matches %3d, fails by one %3d, open %3d%n",
                        decider.policy().id(), entry.getKey(), row.matches, row.failsByOne, row.open);
                if (row.matches == 0 || row.failsByOne == 0 || row.open == 0) {
                    holes.add(decider.policy().id() + " " + entry.getKey());
                }
            }
        }
        assertEquals(List.of(), holes);
        assertEquals(60, rows, "59 pathways and one restriction");
    }

    private static TreeMap<String, Row> table(PackageDecider decider, List<Ready> scenarios) {
        TreeMap<String, Row> table = new TreeMap<>();
        for (Ready scenario : scenarios) {
            TreeMap<String, List<RuleReason>> byCode = new TreeMap<>();
            for (RuleReason reason : decider.reasons(scenario.facts(), scenario.date())) {
                Aspect aspect = reason.rule().target().aspect();
                if (aspect == Aspect.PATHWAY || aspect == Aspect.RESTRICTION) {
                    byCode.computeIfAbsent(reason.rule().target().code(), code -> new ArrayList<>())
                            .add(reason);
                }
            }
            byCode.forEach((code, reasons) -> count(table.computeIfAbsent(code, key -> new Row()), reasons));
        }
        return table;
    }

    private static void count(Row row, List<RuleReason> reasons) {
        if (reasons.stream().anyMatch(reason -> reason.truth() == Truth.TRUE)) {
            row.matches++;
        } else if (reasons.stream().anyMatch(reason -> reason.truth() == Truth.UNKNOWN)) {
            row.open++;
        } else if (reasons.stream().anyMatch(RuleReason::failsByOne)) {
            row.failsByOne++;
        }
    }
}

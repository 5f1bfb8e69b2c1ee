package luohu.report;

import java.util.ArrayList;
import java.util.List;
import luohu.engine.Condition;
import luohu.scenarios.Difference;
import luohu.scenarios.ScenarioResult;

/**
 * A scenario as the template shows it.
 *
 * @param anchor its anchor
 * @param name its name
 * @param place file and line
 * @param date the effective date
 * @param failures where it fails; empty when it passes
 * @param showing what it shows of each pathway and restriction
 */
record ScenarioView(String anchor, String name, String place, String date, List<Failure> failures, Showing showing) {

    /** One difference from what is expected. */
    record Failure(String subject, String expected, String actual, List<Reason> decidedBy) {}

    /** A condition that brought the result about. */
    record Reason(String truth, String text, String rule) {}

    static List<ScenarioView> of(ReportedPackage reported, Anchors anchors) {
        List<ScenarioView> views = new ArrayList<>();
        for (ScenarioResult each : reported.test().results()) {
            String place = each.scenario().file() + ":" + each.scenario().line();
            views.add(new ScenarioView(
                    anchors.scenario(views.size() + 1),
                    each.scenario().name(),
                    place,
                    each.scenario().date().toString(),
                    each.differences().stream().map(ScenarioView::failure).toList(),
                    reported.showings().get(views.size())));
        }
        return views;
    }

    /** The file's name and the line. */
    public String shortPlace() {
        return place.substring(place.lastIndexOf('/') + 1);
    }

    public boolean passes() {
        return failures.isEmpty();
    }

    private static Failure failure(Difference difference) {
        return new Failure(
                difference.subject(),
                difference.expected(),
                difference.actual(),
                difference.decidedBy().stream().map(ScenarioView::reason).toList());
    }

    private static Reason reason(Condition condition) {
        return new Reason(Words.truth(condition.result()), condition.text(), condition.rule());
    }
}

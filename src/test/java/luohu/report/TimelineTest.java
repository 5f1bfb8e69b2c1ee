package luohu.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import luohu.report.Timeline.Bar;
import luohu.report.Timeline.Gap;
import luohu.report.Timeline.Line;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The time line")
class TimelineTest {

    private static final ReportedPackage EARLIER =
            Samples.changed("weihai/2011-01-01", text -> text.replace("weihai-2021-10-21", "weihai-2011-01-01")
                    .replace("from: 2021-10-21", "from: 2011-01-01")
                    .replace("to: 2026-10-20", "to: 2015-12-31"));
    private static final ReportedPackage LATER = Samples.weihai(text -> text);

    @Test
    @DisplayName("draws a package from its first to its last day")
    void draws_intervals() {
        Timeline timeline = Timeline.of(List.of(EARLIER));
        Bar bar = timeline.lines().get(0).bars().get(0);
        assertEquals("0.000%", bar.at());
        assertEquals("83.303%", bar.width(), "1826 of the 2192 days from 2011 to the end of 2016");
        assertFalse(bar.openEnded());
        assertFalse(bar.inferred());
    }

    @Test
    @DisplayName("shows the days between two packages of a city on which neither is in force")
    void shows_gaps() {
        Line line = Timeline.of(List.of(EARLIER, LATER)).lines().get(0);
        assertEquals(2, line.bars().size());
        Gap gap = line.gaps().get(0);
        assertEquals(LocalDate.of(2016, 1, 1), gap.from());
        assertEquals(LocalDate.of(2021, 10, 20), gap.to());
        assertTrue(new Report().html(List.of(EARLIER, LATER)).contains("空档：2016-01-01 至 2021-10-20 没有规则包施行"));
    }

    @Test
    @DisplayName("shows no gap where one package follows the other")
    void shows_no_gap_between_neighbours() {
        ReportedPackage neighbour =
                Samples.changed("weihai/2011-01-01", text -> text.replace("weihai-2021-10-21", "weihai-2011-01-01")
                        .replace("from: 2021-10-21", "from: 2011-01-01")
                        .replace("to: 2026-10-20", "to: 2021-10-20"));
        assertEquals(
                List.of(), Timeline.of(List.of(neighbour, LATER)).lines().get(0).gaps());
    }

    @Test
    @DisplayName("names no more than eight years, however long it is")
    void thins_out_the_years() {
        Timeline timeline = Timeline.of(List.of(EARLIER, LATER));
        List<Integer> years = timeline.years().stream().map(Timeline.Year::year).toList();
        assertEquals(List.of(2011, 2016, 2021, 2026), years);
    }

    @Test
    @DisplayName("tells open ends, inferred first days and drafts apart")
    void tells_kinds_apart() {
        List<Line> lines = Timeline.of(Samples.BUNDLED).lines();
        Line tieling = line(lines, "铁岭市");
        assertTrue(tieling.bars().get(0).openEnded() && tieling.bars().get(0).inferred());
        Line weihai = line(lines, "威海市");
        assertFalse(weihai.bars().get(0).openEnded() || weihai.bars().get(0).inferred());
        Line zibo = line(lines, "淄博市");
        assertEquals(1, zibo.bars().size());
        assertEquals(1, zibo.drafts().size());
    }

    private static Line line(List<Line> lines, String city) {
        return lines.stream()
                .filter(each -> each.city().name().equals(city))
                .findFirst()
                .orElseThrow();
    }
}

package luohu.api;

import static luohu.api.Recorded.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("A timeline")
class TimelineTest {

    private static final String TIMELINES = "/v1/timelines";

    @Test
    @DisplayName("says when a package starts and lapses")
    void packages() throws IOException {
        Recorded.example(TIMELINES, "timeline-weihai")
                .statusCode(200)
                .body("spans.from", contains("2021-01-01", "2021-10-21", "2026-10-21"))
                .body("spans.to", contains("2021-10-20", "2026-10-20", "2027-12-31"))
                .body("spans[0].absence.text", containsString("下一个自 2021-10-21 起施行"))
                .body("spans[1].matched", contains("rented-home"))
                .body("spans[2].package", nullValue())
                .body("spans[2].absence.text", containsString("最近一个已于 2026-10-20 期满失效"))
                .body("changes.date", contains("2021-10-21", "2026-10-21"))
                .body("changes[0].reasons.code", contains("PACKAGE_STARTS"))
                .body("changes[1].reasons.code", contains("PACKAGE_LAPSES"))
                .body("changes[1].pathways.find { it.code == 'rented-home' }.before", equalTo("MATCHED"))
                .body("changes[1].pathways.find { it.code == 'rented-home' }.after", nullValue());
    }

    @Test
    @DisplayName("says which job has lasted six months, ends of months clamped, and repeats no day that was sent")
    void six_months() throws IOException {
        Recorded.example(TIMELINES, "timeline-zaozhuang")
                .body("changes.date", contains("2021-12-30", "2022-06-30"))
                .body("changes[1].reasons.code", contains("MONTHS_REACHED"))
                .body("changes[1].reasons.fact", contains("jobs[0].startDate"))
                .body("changes[1].pathways.code", contains("rural-work"))
                .body("changes[1].pathways.before", contains("NOT_MATCHED"))
                .body("changes[1].pathways.after", contains("MATCHED"))
                .body(not(containsString("2021-12-31")));
    }

    @Test
    @DisplayName("says whose coming of age it is")
    void coming_of_age() {
        post(
                        TIMELINES,
                        "{\"city\": \"zibo\", \"from\": \"2024-01-01\", \"to\": \"2026-01-01\", \"relatives\": ["
                                + "{\"relation\": \"SPOUSE\", \"hukou\": {\"divisionCode\": \"130102\"}},"
                                + "{\"relation\": \"CHILD\", \"birthDate\": \"2006-02-28\","
                                + " \"hukou\": {\"divisionCode\": \"370302\", \"areaType\": \"RURAL\"}}]}")
                .body("changes.date", contains("2024-02-28"))
                .body("changes[0].reasons.code", contains("ADULT"))
                .body("changes[0].reasons.fact", contains("relatives[1].birthDate"))
                .body("changes[0].reasons[0].text", equalTo("这名亲属这一日满 18 周岁，成年。"))
                .body("changes[0].pathways.code", contains("rural-join-relative"));
    }

    @Test
    @DisplayName("follows a draft on every day when it is pinned, and any other package while it is in force")
    void pinned() {
        post(
                        TIMELINES,
                        "{\"city\": \"zibo\", \"packageId\": \"zibo-2021-draft\", \"from\": \"2001-01-01\", \"to\": \"2100-12-31\"}")
                .body("spans", hasSize(1))
                .body("spans[0].package.status", equalTo("DRAFT"))
                .body("changes", empty());
        post(
                        TIMELINES,
                        "{\"city\": \"zibo\", \"packageId\": \"zibo-2021-12-29\", \"from\": \"2021-12-28\", \"to\": \"2021-12-29\"}")
                .body("spans.package.id", contains("zibo-2021-12-29"))
                .body("spans[0].absence.code", equalTo("package-mismatch"))
                .body("spans[0].absence.text", equalTo("规则包 zibo-2021-12-29 在这一期间不施行。它自 2021-12-29 起施行。"));
    }

    @Test
    @DisplayName("of a single day is that day's evaluation")
    void single_day() {
        post(TIMELINES, "{\"city\": \"weihai\", \"from\": \"2026-10-20\", \"to\": \"2026-10-20\", \"jobs\": []}")
                .body("spans", hasSize(1))
                .body("spans[0].package.id", equalTo("weihai-2021-10-21"))
                .body("changes", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeline-weihai", "timeline-zaozhuang"})
    @DisplayName("gives the same bytes for the same request, today as when the answer was recorded")
    void gives_the_same_bytes(String example) throws IOException {
        Recorded.assertSameBytes(TIMELINES, example);
    }
}

package luohu.api;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("The metrics")
class ServiceMetersTest {

    private static final String RENTS =
            """
            {"city": "371000", "effectiveDate": "2024-05-01",
             "homes": [{"tenure": "LEASED", "occupantIds": ["SELF"], "divisionCode": "371002", "areaType": "URBAN"}]}""";

    @Inject
    PrometheusMeterRegistry meters;

    @Test
    @DisplayName("count answers by city and package, and their pathways by outcome")
    void count_answers() {
        String evaluations = "luohu_evaluations_total{city=\"weihai\",package=\"weihai-2021-10-21\"}";
        String timed = "luohu_evaluation_seconds_count";
        List<String> outcomes = List.of("matched", "not-matched", "undetermined");
        double before = value(evaluations);
        double timedBefore = value(timed);
        List<Double> pathwaysBefore = outcomes.stream().map(this::pathways).toList();

        var answer = given().contentType("application/json")
                .body(RENTS)
                .post("/v1/evaluations")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertEquals(before + 1, value(evaluations));
        assertEquals(timedBefore + 1, value(timed));
        for (int i = 0; i < outcomes.size(); i++) {
            String outcome = outcomes.get(i).toUpperCase().replace('-', '_');
            long given = answer.getList("pathways.outcome").stream()
                    .filter(outcome::equals)
                    .count();
            assertTrue(given > 0, outcome);
            assertEquals(pathwaysBefore.get(i) + given, pathways(outcomes.get(i)), outcome);
        }
    }

    @Test
    @DisplayName("count problems by code, those of resources and those of the edge")
    void count_problems() {
        double unknown = problems("unknown-city");
        double tooLarge = problems("payload-too-large");
        given().contentType("application/json")
                .body("{\"city\": \"无此市\"}")
                .post("/v1/evaluations")
                .then()
                .statusCode(404);
        given().contentType("application/json")
                .body("x".repeat(300_000))
                .post("/v1/evaluations")
                .then()
                .statusCode(413);
        assertEquals(unknown + 1, problems("unknown-city"));
        assertEquals(tooLarge + 1, problems("payload-too-large"));
        assertEquals(0, problems("internal-error"));
    }

    @Test
    @DisplayName("count each line of a batch as an evaluation by itself")
    void count_lines() {
        String evaluations = "luohu_evaluations_total{city=\"weihai\",package=\"weihai-2021-10-21\"}";
        double before = value(evaluations);
        double matched = pathways("matched");
        double unknown = problems("unknown-city");
        double malformed = problems("malformed-json");
        String line = RENTS.replace("\n", "");
        given().contentType("application/x-ndjson")
                .body(String.join("\n", line, "{\"city\": \"无此市\"}", "{", line).getBytes(StandardCharsets.UTF_8))
                .post("/v1/evaluations/batch")
                .then()
                .statusCode(200);
        assertEquals(before + 2, value(evaluations));
        assertEquals(matched + 2, pathways("matched"));
        assertEquals(unknown + 1, problems("unknown-city"));
        assertEquals(malformed + 1, problems("malformed-json"));
    }

    @Test
    @DisplayName("hold nothing that a caller made up")
    void hold_nothing_of_requests() {
        String made = "biaoji370101199001011234";
        String request = "{\"id\": \"%s\", \"city\": \"%s\", \"packageId\": \"%s\"}";
        given().contentType("application/json")
                .body(request.formatted(made, made, made))
                .post("/v1/evaluations")
                .then()
                .statusCode(404);
        given().contentType("application/json")
                .body(request.formatted(made, "371000", made))
                .post("/v1/evaluations")
                .then()
                .statusCode(404);
        given().get("/v1/packages/" + made).then().statusCode(404);
        assertFalse(meters.scrape().contains(made));
    }

    private double pathways(String outcome) {
        return value("luohu_pathways_total{city=\"weihai\",outcome=\"" + outcome + "\"}");
    }

    private double problems(String code) {
        return value("luohu_problems_total{code=\"" + code + "\"}");
    }

    private double value(String series) {
        return meters.scrape()
                .lines()
                .map(line -> line.replace(",}", "}"))
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElse(0);
    }
}

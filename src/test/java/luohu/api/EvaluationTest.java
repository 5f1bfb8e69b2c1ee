package luohu.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.Collections;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("An evaluation")
class EvaluationTest {

    private static final String TENANT =
            """
            {"id": "t-1", "city": "%s", "effectiveDate": "2024-05-01",
             "homes": [{"tenure": "LEASED", "occupantIds": ["SELF"], "divisionCode": "371002", "areaType": "URBAN",
                        "leaseFiled": %s}],
             "documentsHeld": ["HUKOU_BOOK"]}""";

    @Test
    @DisplayName("names the matched pathway, its materials, its place and the clause")
    void answers_a_tenant() {
        evaluate(TENANT.formatted("371000", "true"))
                .statusCode(200)
                .body("id", equalTo("t-1"))
                .body("package.id", equalTo("weihai-2021-10-21"))
                .body("package.status", equalTo("IN_FORCE"))
                .body("package.documentNumber", nullValue())
                .body("matched", contains("rented-home"))
                .rootPath("pathways.find { it.code == 'rented-home' }")
                .body("clause", equalTo("一（二）"))
                .body("qualifyingPersons", contains("SELF"))
                .body("conditions.result.unique()", contains("TRUE"))
                .body("materials.name", hasItem("房管部门备案的房屋租赁登记证明"))
                .body("materials.find { it.name == '居民户口簿' }.held", equalTo(true))
                .body("materials.find { it.name == '居民身份证' }.held", equalTo(false))
                .body("materials.find { it.from == 'OWNER' }.held", nullValue())
                .body("registration.place", contains("RENTED_HOME"));
    }

    @Test
    @DisplayName("keeps a match whose paper cannot be had, and says so (ruling G3)")
    void says_which_paper_cannot_be_had() {
        evaluate(TENANT.formatted("371000", "false"))
                .body("matched", contains("rented-home"))
                .rootPath("pathways.find { it.code == 'rented-home' }")
                .body("materials.find { it.name.contains('租赁登记证明') }.held", equalTo(false))
                .body("notes.find { it.code == 'MATERIAL_UNAVAILABLE' }.text", containsString("租赁登记证明"));
    }

    @Test
    @DisplayName("asks for what is missing, and takes nothing unknown for false")
    void asks_for_what_is_missing() {
        evaluate("{\"city\": \"weihai\", \"effectiveDate\": \"2024-05-01\", \"relatives\": [], \"homes\": "
                        + "[{\"tenure\": \"OWNED\", \"titleStatus\": \"REGISTERED\", \"divisionCode\": \"371002\"}]}")
                .body("undetermined", hasItem("own-home"))
                .body("pathways.find { it.code == 'own-home' }.missing", contains("homes[].areaType"))
                .body("pathways.find { it.code == 'rented-home' }.outcome", equalTo("NOT_MATCHED"))
                .body("questions.find { it.fact == 'homes[].areaType' }.label", equalTo("住房：所在地城乡类型"))
                .body("questions.find { it.fact == 'homes[].areaType' }.decides", contains("own-home"));
    }

    @Test
    @DisplayName("is the same to the byte where it is too long for the event loop")
    void is_the_same_on_a_worker() {
        String request = TENANT.formatted("371000", "true");
        String answer = evaluate(request).statusCode(200).extract().asString();
        assertEquals(
                answer,
                evaluate(request + " ".repeat(9 * 1024))
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    @Test
    @DisplayName("answers where many homes and jobs make it long")
    void answers_many_combinations() {
        String many = String.join(",", Collections.nCopies(100, "{}"));
        evaluate("{\"city\": \"weihai\", \"effectiveDate\": \"2024-05-01\", \"homes\": [" + many + "], \"jobs\": ["
                        + many + "]}")
                .statusCode(200)
                .body("undetermined", hasItem("own-home"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"371000", "371002", "371083", "威海", "威海市", "weihai"})
    @DisplayName("takes the city by code of any level, by name and by pinyin")
    void takes_the_city_by_many_names(String city) {
        evaluate(TENANT.formatted(city, "true")).statusCode(200).body("package.city.code", equalTo("371000"));
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "371000, 2021-10-20, no-package-in-force",
        "371000, 2021-10-21, weihai-2021-10-21",
        "371000, 2026-10-20, weihai-2021-10-21",
        "371000, 2026-10-21, no-package-in-force",
        "371500, 2022-07-31, no-package-in-force",
        "371500, 2022-08-01, liaocheng-2022-08-01",
        "370400, 2021-12-29, no-package-in-force",
        "370400, 2021-12-30, zaozhuang-2021-12-30",
        "370300, 2021-09-01, no-package-in-force",
        "370300, 2021-12-28, no-package-in-force",
        "370300, 2021-12-29, zibo-2021-12-29",
        "211200, 2019-12-31, no-package-in-force",
        "211200, 2020-01-01, tieling-undated",
        "211200, 2035-01-01, tieling-undated"
    })
    @DisplayName("is decided by the package in force on the day")
    void finds_the_package_in_force(String city, String date, String expected) {
        ValidatableResponse response = evaluate("{\"city\": \"" + city + "\", \"effectiveDate\": \"" + date + "\"}");
        if (expected.startsWith("no-")) {
            response.statusCode(422).body("type", equalTo("urn:luohu:problem:" + expected));
        } else {
            response.statusCode(200).body("package.id", equalTo(expected));
        }
    }

    @Test
    @DisplayName("after a package lapsed says when, and lists the city's packages")
    void says_when_the_last_package_lapsed() {
        evaluate("{\"city\": \"371000\", \"effectiveDate\": \"2026-10-21\"}")
                .statusCode(422)
                .body("detail", containsString("2026-10-20"))
                .body("packages.id", contains("weihai-2021-10-21"))
                .body("packages.effectiveTo", contains("2026-10-20"));
    }

    @Test
    @DisplayName("reaches a draft by its id alone")
    void reaches_a_draft_by_id() {
        evaluate("{\"city\": \"370300\", \"packageId\": \"zibo-2021-draft\"}")
                .statusCode(200)
                .body("package.status", equalTo("DRAFT"))
                .body("package.effectiveFrom", nullValue());
    }

    @Test
    @DisplayName("holds to the digest that is pinned, and says which digest is in use where it is another")
    void holds_to_the_digest() {
        String pinned = "{\"city\": \"370300\", \"packageId\": \"zibo-2021-12-29\", \"effectiveDate\": \"2024-05-01\", "
                + "\"packageDigest\": \"%s\"}";
        String digest = evaluate("{\"city\": \"370300\", \"effectiveDate\": \"2024-05-01\"}")
                .extract()
                .path("package.digest");
        evaluate(pinned.formatted(digest)).statusCode(200).body("package.digest", equalTo(digest));
        evaluate(pinned.formatted("sha256:" + "0".repeat(64)))
                .statusCode(422)
                .body("type", equalTo("urn:luohu:problem:package-mismatch"))
                .body("detail", containsString(digest))
                .body("packages.digest", hasItem(digest));
    }

    @ParameterizedTest
    @ValueSource(strings = {"weihai", "liaocheng", "zaozhuang", "zibo", "zibo-draft", "tieling"})
    @DisplayName("gives the same bytes for the same request, today as when the answer was recorded")
    void gives_the_same_bytes(String example) throws IOException {
        Recorded.assertSameBytes("/v1/evaluations", example);
    }

    private static ValidatableResponse evaluate(String body) {
        return Recorded.post("/v1/evaluations", body);
    }
}

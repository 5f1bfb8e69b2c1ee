package luohu.api;

import static io.restassured.RestAssured.given;
import static luohu.api.Management.management;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@DisplayName("The catalogue")
class CatalogueTest {

    @Test
    @DisplayName("lists the five cities with their packages, drafts marked and last")
    void cities() {
        given().get("/v1/cities")
                .then()
                .statusCode(200)
                .body("cities.pinyin", contains("tieling", "zibo", "zaozhuang", "weihai", "liaocheng"))
                .body("cities.find { it.code == '370300' }.packages.id", contains("zibo-2021-12-29", "zibo-2021-draft"))
                .body("cities.find { it.code == '370300' }.packages.status", contains(nullValue(), equalTo("DRAFT")));
    }

    @Test
    @DisplayName("lists the six packages with their digests")
    void packages() {
        given().get("/v1/packages")
                .then()
                .statusCode(200)
                .body("packages", hasSize(6))
                .body("packages.digest", everyItem(startsWith("sha256:")));
    }

    @Test
    @DisplayName("gives one digest over all packages, which anybody can compute from the list")
    void digest() throws NoSuchAlgorithmException {
        JsonPath list = given().get("/v1/packages").jsonPath();
        List<Map<String, String>> packages = list.getList("packages");
        String lines = packages.stream()
                .map(each -> each.get("id") + " " + each.get("digest") + "\n")
                .collect(Collectors.joining());
        byte[] expected = MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8));
        assertEquals("sha256:" + HexFormat.of().formatHex(expected), list.getString("digest"));
    }

    @Test
    @DisplayName("gives 59 pathways in all, each with clause, quote, conditions, materials and one restriction")
    void pathways() {
        int pathways = 0;
        int restrictions = 0;
        List<String> ids = given().get("/v1/packages").path("packages.id");
        for (String id : ids) {
            Response entry = given().get("/v1/packages/" + id);
            List<Map<String, Object>> all = entry.path("pathways");
            for (Map<String, Object> pathway : all) {
                assertNotNull(pathway.get("clause"));
                assertNotNull(pathway.get("quote"));
                assertTrue(!((List<?>) pathway.get("rules")).isEmpty(), id + " " + pathway.get("code"));
                assertTrue(!((List<?>) pathway.get("materials")).isEmpty(), id + " " + pathway.get("code"));
            }
            pathways += all.size();
            restrictions += entry.<List<?>>path("restrictions").size();
        }
        assertEquals(59, pathways);
        assertEquals(1, restrictions);
    }

    @Test
    @DisplayName("gives the rules as they are written")
    void rules() {
        given().get("/v1/packages/weihai-2021-10-21/rules")
                .then()
                .statusCode(200)
                .contentType("text/plain;charset=UTF-8")
                .body(containsString("rule \"一（二）按租房途径落户\""));
    }

    @Test
    @DisplayName("says of each fact what it is, what it may be and who reads it")
    void facts() {
        given().get("/v1/facts")
                .then()
                .statusCode(200)
                .body("facts.label", everyItem(not(empty())))
                .rootPath("facts.find { it.path == 'homes[].leaseFiled' }")
                .body("label", equalTo("住房：租赁已在房管部门登记备案"))
                .body("type", equalTo("BOOLEAN"))
                .body("readBy.packageId", hasItem("liaocheng-2022-08-01"))
                .rootPath("facts.find { it.path == 'relatives[].relation' }")
                .body("values.find { it.name == 'SPOUSE' }.codes", contains("10", "11", "12"));
    }

    @Test
    @DisplayName("is described field by field, in Chinese, in the OpenAPI document")
    void openapi_describes_every_field() {
        JsonPath document = given().get("/q/openapi?format=json").jsonPath();
        Map<String, Map<String, Object>> schemas = document.getMap("components.schemas");
        schemas.forEach((name, schema) -> {
            @SuppressWarnings("unchecked")
            Map<String, Map<String, Object>> properties =
                    (Map<String, Map<String, Object>>) schema.getOrDefault("properties", Map.of());
            properties.forEach((property, each) -> {
                String description = String.valueOf(each.get("description"));
                assertTrue(
                        description
                                .codePoints()
                                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN),
                        name + "." + property + ": " + description);
            });
        });
    }

    @Test
    @DisplayName("has a ready example for each city, and each answers 200")
    void examples_answer() {
        Map<String, Map<String, Object>> examples = given().get("/q/openapi?format=json")
                .jsonPath()
                .getMap("paths.'/v1/evaluations'.post.requestBody.content.'application/json'.examples");
        assertEquals(6, examples.size());
        examples.values().forEach(example -> given().contentType("application/json")
                .body(example.get("value"))
                .post("/v1/evaluations")
                .then()
                .statusCode(200)
                .body("matched", not(empty())));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/comparisons, /v1/comparisons, 2",
        "/v1/timelines, /v1/timelines, 2",
        "/v1/packages/{id}/changes, /v1/packages/zibo-2021-12-29/changes?from=zibo-2021-draft, 1"
    })
    @DisplayName("has ready examples for every other operation that takes facts, and each answers 200")
    void other_examples_answer(String path, String address, int count) {
        Map<String, Map<String, Object>> examples = given().get("/q/openapi?format=json")
                .jsonPath()
                .getMap("paths.'" + path + "'.post.requestBody.content.'application/json'.examples");
        assertEquals(count, examples.size());
        examples.values().forEach(example -> given().contentType("application/json")
                .body(example.get("value"))
                .post(address)
                .then()
                .statusCode(200));
    }

    @Test
    @DisplayName("is ready only with every package, named with its digest")
    void readiness() {
        given().get(management("/q/health/ready"))
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.find { it.name == 'packages' }.data.'weihai-2021-10-21'", startsWith("sha256:"));
    }
}

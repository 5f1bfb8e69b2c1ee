package luohu.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("What changes from 淄博's draft to its final")
class ChangesTest {

    private static final String CHANGES = "/v1/packages/zibo-2021-12-29/changes?from=zibo-2021-draft";

    @Test
    @DisplayName("in the document is what was recorded")
    void document() throws IOException {
        byte[] answer = given().get(CHANGES)
                .then()
                .statusCode(200)
                .body("from.id", equalTo("zibo-2021-draft"))
                .body("to.id", equalTo("zibo-2021-12-29"))
                .body("pathways.find { it.code == 'employment' }.change", equalTo("ADDED"))
                .extract()
                .asByteArray();
        Recorded.assertRecorded("changes", answer);
    }

    @Test
    @DisplayName(
            "for a local graduate whose parent lives in the countryside: work and joining are gained, talent is lost")
    void applicant() throws IOException {
        Recorded.example(CHANGES, "changes-zibo")
                .statusCode(200)
                .body("gained", contains("employment", "rural-join-relative"))
                .body("lost", contains("talent", "collective-household", "graduate-return"))
                .rootPath("pathways.find { it.code == 'talent' }")
                .body("change", equalTo("LOST"))
                .body("before.outcome", equalTo("MATCHED"))
                .body("after.deciding.text", contains("申请人：户口所在地不在本市"))
                .rootPath("pathways.find { it.code == 'employment' }")
                .body("before", nullValue())
                .body("after.deciding.result.unique()", contains("TRUE"));
        Recorded.assertSameBytes(CHANGES, "changes-zibo");
    }

    @Test
    @DisplayName("for somebody of whom nothing is known may be a gain or a loss")
    void nothing_known() {
        Recorded.post(CHANGES, "{}")
                .statusCode(200)
                .body("gained", empty())
                .body("lost", empty())
                .body("pathways.find { it.code == 'talent' }.change", equalTo("OPEN"))
                .body("pathways.find { it.code == 'employment' }.change", equalTo("MAY_GAIN"))
                .body("pathways.find { it.code == 'collective-household' }.change", equalTo("MAY_LOSE"))
                .body("pathways.find { it.code == 'employment' }.after.missing", hasItem("jobs"));
    }

    @Test
    @DisplayName("for an applicant can be asked between cities as well, restrictions included")
    void between_cities() {
        Recorded.post(
                        "/v1/packages/tieling-undated/changes?from=weihai-2021-10-21",
                        "{\"intent\": {\"targetAreaType\": \"RURAL\"},"
                                + " \"applicant\": {\"hukou\": {\"areaType\": \"URBAN\", \"householdType\": \"FAMILY\"}}}")
                .statusCode(200)
                .body("restrictions.code", contains("town-to-countryside"))
                .body("restrictions[0].before", nullValue())
                .body("restrictions[0].after", equalTo("MATCHED"));
    }

    @Test
    @DisplayName("cannot be asked without saying from which package, or of a package nobody knows")
    void refusals() {
        given().get("/v1/packages/zibo-2021-12-29/changes")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:luohu:problem:invalid-request"))
                .body("errors.code", contains("missing"));
        given().get("/v1/packages/zibo-2021-12-29/changes?from=x").then().statusCode(404);
        given().get("/v1/packages/x/changes?from=zibo-2021-draft")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:luohu:problem:unknown-package"));
    }
}

package luohu.api;

import static luohu.api.Recorded.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("A comparison")
class ComparisonTest {

    private static final String COMPARISONS = "/v1/comparisons";

    @Test
    @DisplayName("without cities is of every city, by code, each row with one cell for each")
    void compares_every_city() {
        post(COMPARISONS, "{\"effectiveDate\": \"2024-05-01\"}")
                .statusCode(200)
                .body("columns.city.code", contains("211200", "370300", "370400", "371000", "371500"))
                .body("columns.package", everyItem(notNullValue()))
                .body("rows.cells*.size()", everyItem(equalTo(5)));
    }

    @Test
    @DisplayName("keeps the order asked, and says in its place why a city has no package in force")
    void keeps_the_order_asked() {
        post(COMPARISONS, "{\"cities\": [\"weihai\", \"聊城\", \"211201\"], \"effectiveDate\": \"2026-10-21\"}")
                .statusCode(200)
                .body("columns.city.name", contains("威海市", "聊城市", "铁岭市"))
                .body("columns[0].package", nullValue())
                .body("columns[0].absence.code", equalTo("no-package-in-force"))
                .body("columns[0].absence.text", containsString("最近一个已于 2026-10-20 期满失效"))
                .body("columns[1].absence", nullValue())
                .body("rows.cells.collect { it[0].pathways }", everyItem(empty()));
    }

    @Test
    @DisplayName("of packages takes drafts, and says in its place which package is not in force")
    void compares_packages() {
        post(
                        COMPARISONS,
                        "{\"packageIds\": [\"zibo-2021-12-29\", \"zibo-2021-draft\", \"liaocheng-2022-08-01\"],"
                                + " \"effectiveDate\": \"2021-12-29\"}")
                .statusCode(200)
                .body("columns[0].package.status", equalTo("IN_FORCE"))
                .body("columns[1].package.status", equalTo("DRAFT"))
                .body("columns[2].package", nullValue())
                .body("columns[2].absence.code", equalTo("package-mismatch"));
    }

    @Test
    @DisplayName("puts pathways of one kind into one row, with what each city alone asks")
    void aligns_by_kind() {
        post(COMPARISONS, "{\"cities\": [\"zaozhuang\", \"weihai\"], \"effectiveDate\": \"2024-05-01\"}")
                .rootPath("rows.find { it.kind == 'RURAL_WORK' }")
                .body("label", equalTo("入乡返乡就业创业"))
                .body("cells.pathways.code.flatten()", contains("rural-work", "rural-work"))
                .body("cells[0].asksAlso.conditions.text", hasItem("工作：已工作月数不少于6"))
                .body("cells[1].asksAlso.conditions.text", hasItem("申请人：户口所在地城乡类型为城镇"))
                .rootPath("rows.find { it.kind == 'BUSINESS' }")
                .body("cells[0].pathways", empty())
                .body("cells[1].pathways.code", contains("business"))
                .body("cells[1].asksAlso.conditions", empty());
    }

    @Test
    @DisplayName("gives each pathway the outcome that an evaluation gives it")
    void agrees_with_evaluations() throws IOException {
        var comparison =
                Recorded.example(COMPARISONS, "compare-cities").extract().jsonPath();
        String facts = Recorded.text("/openapi/examples/compare-cities.json");
        for (String city : comparison.<String>getList("columns.city.code")) {
            String column = "columns.find { it.city.code == '" + city + "' }";
            post("/v1/evaluations", facts.replaceFirst("\\{", "{\"city\": \"" + city + "\","))
                    .statusCode(200)
                    .body("matched", equalTo(comparison.getList(column + ".matched")))
                    .body("undetermined", equalTo(comparison.getList(column + ".undetermined")));
        }
    }

    @Test
    @DisplayName("names a restriction that holds")
    void names_restrictions() {
        post(
                        COMPARISONS,
                        "{\"cities\": [\"tieling\", \"weihai\"], \"effectiveDate\": \"2024-05-01\", \"intent\": {\"targetAreaType\": \"RURAL\"},"
                                + " \"applicant\": {\"hukou\": {\"areaType\": \"URBAN\", \"householdType\": \"FAMILY\"}}}")
                .body("columns[0].restrictions.code", contains("town-to-countryside"))
                .body("columns[0].restrictions.outcome", contains("MATCHED"))
                .body("columns[1].restrictions", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"compare-cities", "compare-packages"})
    @DisplayName("gives the same bytes for the same request, today as when the answer was recorded")
    void gives_the_same_bytes(String example) throws IOException {
        Recorded.assertSameBytes(COMPARISONS, example);
    }
}

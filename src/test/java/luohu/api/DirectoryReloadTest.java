package luohu.api;

import static io.restassured.RestAssured.given;
import static luohu.api.Management.management;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import luohu.packages.PackageFiles;
import luohu.testing.Folders;
import luohu.testing.InventedPackage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DirectoryReloadTest.WithDirectory.class)
@DisplayName("A service with a rules directory")
class DirectoryReloadTest {

    private static final Path ROOT = Path.of("target", "rules-directory").toAbsolutePath();
    private static final int VERSIONS = 8;

    private static final String RESIDENT =
            """
            {"city": "云溪", "effectiveDate": "2024-05-01",
             "applicant": {"residence": {"divisionCode": "379901", "areaType": "URBAN"}}}""";

    /** A directory with the first version of a package, looked at often. */
    public static final class WithDirectory implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Folders.delete(ROOT);
                Files.createDirectories(ROOT);
                Folders.mount(ROOT, InventedPackage.version(1));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Map.of("luohu.rules.directory", ROOT.toString(), "luohu.rules.reload-interval", "0.05S");
        }
    }

    @Test
    @DisplayName(
            "takes up good changes, keeps the last good library over a broken one, and answers every request meanwhile "
                    + "wholly by one version")
    void changes_while_it_serves() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService callers = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                calls.add(callers.submit(caller(done)));
            }
            awaitVersion(1);
            for (int version = 2; version <= VERSIONS; version++) {
                Folders.mount(ROOT, InventedPackage.version(version));
                awaitVersion(version);
            }
            assertEquals(VERSIONS - 1, metric("luohu_rules_reloads_total{result=\"taken\"}"));

            breaks_and_is_mended();

            done.set(true);
            for (Future<Integer> call : calls) {
                assertTrue(call.get() > 0);
            }
        } finally {
            done.set(true);
            callers.shutdown();
        }
    }

    private static void breaks_and_is_mended() throws IOException, InterruptedException {
        double refused = metric("luohu_rules_reloads_total{result=\"refused\"}");
        Folders.mount(
                ROOT,
                InventedPackage.with(
                        InventedPackage.version(9), "1-resident.drl", "residence.inTown", "residence.inTow"));
        awaitState("degraded");
        given().get(management("/q/health/ready"))
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .rootPath("checks.find { it.name == 'rules-directory' }")
                .body("status", equalTo("UP"))
                .body("data.findings", equalTo(1))
                .body("data.reason-1", containsString("yunxi/2024-01-01/1-resident.drl:4: unknown-property"))
                .body("data.since", not(nullValue()));
        assertEquals(1, metric("luohu_rules_degraded"));
        assertEquals(refused + 1, metric("luohu_rules_reloads_total{result=\"refused\"}"));
        assertEquals(InventedPackage.version(VERSIONS).digest(), digestInUse());

        Folders.mount(ROOT, InventedPackage.version(9));
        awaitVersion(9);
        awaitState("current");
        assertEquals(0, metric("luohu_rules_degraded"));
        given().get(management("/q/health/ready"))
                .then()
                .body("checks.find { it.name == 'rules-directory' }.data.'reason-1'", nullValue());
        given().get("/v1/packages/" + InventedPackage.ID).then().body("pathways[0].title", equalTo("按居住落户（第 9 版）"));
    }

    /** Asks until told to stop; every request must succeed. Gives their number. */
    private static Callable<Integer> caller(AtomicBoolean done) {
        return () -> {
            int answers = 0;
            while (!done.get()) {
                evaluate();
                answers++;
            }
            return answers;
        };
    }

    private static String evaluate() {
        return whole(given().contentType("application/json")
                .body(RESIDENT)
                .post("/v1/evaluations")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath());
    }

    /** The digest of an answer, all of which must come from the version of that digest. */
    private static String whole(JsonPath answer) {
        String title = answer.getString("pathways[0].title");
        int version = Integer.parseInt(title.replaceAll("[^0-9]", ""));
        PackageFiles files = InventedPackage.version(version);
        assertEquals(files.digest(), answer.getString("package.digest"), title);
        assertEquals(version % 2 == 1 ? List.of("resident") : List.of(), answer.getList("matched"), title);
        assertEquals(
                version % 2 == 1 ? "申请人：居住地在本市城镇" : "申请人：居住地在本市农村",
                answer.getString("pathways[0].conditions[0].text"),
                title);
        return files.digest();
    }

    private static void awaitVersion(int version) throws InterruptedException {
        String digest = InventedPackage.version(version).digest();
        await("version " + version, () -> digest.equals(digestInUse()));
        assertEquals(digest, evaluate());
    }

    private static void awaitState(String state) throws InterruptedException {
        await(
                state,
                () -> state.equals(given().get(management("/q/health"))
                        .jsonPath()
                        .getString("checks.find { it.name == 'rules-directory' }.data.state")));
    }

    private static void await(String what, BooleanSupplier reached) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!reached.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(end), what + " was never reached");
            Thread.sleep(20);
        }
    }

    private static String digestInUse() {
        return given().get(management("/q/health/ready"))
                .jsonPath()
                .getString("checks.find { it.name == 'packages' }.data.'" + InventedPackage.ID + "'");
    }

    private static double metric(String name) {
        return given().get(management("/q/metrics"))
                .asString()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElse(-1);
    }
}

package luohu.access;

import static luohu.testing.ServiceProcess.await;
import static luohu.testing.ServiceProcess.get;
import static luohu.testing.ServiceProcess.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import luohu.testing.ServiceProcess;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The packaged service in mode api-key")
class ApiKeyIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final String REQUEST = "{\"city\": \"weihai\", \"effectiveDate\": \"2024-05-01\"}";

    private final String good = AccessKey.random();
    private final String lastDay = AccessKey.random();
    private final String expired = AccessKey.random();

    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "serves who shows a key that holds, says to all others the same, and takes up changed keys while it serves")
    void serves_who_shows_a_key() throws IOException, InterruptedException {
        Path keys = folder.resolve("keys.yaml");
        write(keys, line("甲系统", good, null), line("乙系统", lastDay, TODAY), line("丙系统", expired, TODAY.minusDays(2)));
        Path audit = folder.resolve("audit.log");
        try (ServiceProcess service = ServiceProcess.start(
                folder.resolve("log"),
                "-Dluohu.access.mode=api-key",
                "-Dluohu.access.keys=" + keys,
                "-Dluohu.access.reload-interval=0.1S",
                "-Dluohu.audit.file=" + audit)) {
            assertEquals(200, status(service, "Bearer " + good));
            assertEquals(200, status(service, "bearer " + lastDay));
            assertEquals(
                    200,
                    post(service.api("/v1/evaluations"), REQUEST, "Authorization", "Bearer " + good)
                            .statusCode());

            Set<String> answers = new HashSet<>();
            for (String wrong : List.of(
                    "Bearer " + AccessKey.random(),
                    "Bearer " + expired,
                    "Bearer " + AccessKey.hashOf(good),
                    "Bearer",
                    "Bearer  ",
                    "Basic " + good,
                    good)) {
                answers.add(refused(get(service.api("/v1/cities"), "Authorization", wrong)));
            }
            for (String path : List.of(
                    "/v1/cities",
                    "/v1/nothing",
                    "/",
                    "//v1/cities",
                    "/v1/../v1/cities",
                    "/q/swagger-ui/../../v1/cities",
                    "/q/openapi/x",
                    "/q/openapi/../../v1/cities")) {
                answers.add(refused(get(service.api(path))));
            }
            answers.add(refused(post(service.api("/v1/evaluations"), REQUEST)));
            answers.add(refused(post(service.api("/q/openapi"), REQUEST)));
            assertEquals(1, answers.size(), "which it is, nobody is told: " + answers);

            assertEquals(200, get(service.api("/q/openapi")).statusCode());
            assertEquals(200, get(service.api("/q/swagger-ui/")).statusCode());
            assertEquals(200, get(service.management("/q/metrics")).statusCode());

            rotates(service, keys);
            List<String> lines = Files.readAllLines(audit);
            assertTrue(lines.stream()
                    .anyMatch(each -> each.contains("\"caller\":\"甲系统\"") && each.contains("\"matched\":[")));
            assertTrue(lines.stream().anyMatch(each -> each.contains("\"problem\":\"unauthorized\"")));
            for (String secret : List.of(good, lastDay, expired)) {
                assertFalse(service.output().contains(secret));
                assertFalse(String.join("\n", lines).contains(secret));
            }
        }
    }

    private void rotates(ServiceProcess service, Path keys) throws IOException, InterruptedException {
        String next = AccessKey.random();
        write(keys, line("甲系统", good, null), line("甲系统", next, null));
        await("the new key", () -> status(service, "Bearer " + next) == 200);
        assertEquals(200, status(service, "Bearer " + good), "both hold while callers change over");

        write(keys, line("甲系统", next, null));
        await("the end of the old key", () -> status(service, "Bearer " + good) == 401);
        assertEquals(200, status(service, "Bearer " + next));

        Files.writeString(keys, line("甲系统", next, null) + "- {name: 丁系统, hash: " + good + "}\n");
        await("the finding", () -> health(service).contains("degraded"));
        assertTrue(health(service).contains("keys.yaml:2: bad-hash"), health(service));
        assertTrue(service.output().contains("keys.yaml:2: bad-hash"), service.output());
        assertEquals(200, status(service, "Bearer " + next), "the last good keys stay");
        assertEquals(401, status(service, "Bearer " + good));

        Files.writeString(keys, "[]\n");
        await("the end of all keys", () -> status(service, "Bearer " + next) == 401);
        assertTrue(health(service).contains("current"), health(service));
    }

    private static String refused(HttpResponse<String> response) {
        assertEquals(401, response.statusCode());
        assertEquals(List.of("Bearer realm=\"luohu\""), response.headers().allValues("WWW-Authenticate"));
        assertEquals(List.of("application/problem+json"), response.headers().allValues("Content-Type"));
        assertTrue(response.body().contains("urn:luohu:problem:unauthorized"), response.body());
        return response.body();
    }

    private static int status(ServiceProcess service, String authorization) {
        try {
            return get(service.api("/v1/cities"), "Authorization", authorization)
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String health(ServiceProcess service) {
        try {
            return get(service.management("/q/health/ready")).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String line(String name, String key, LocalDate expires) {
        return new AccessKey(name, AccessKey.hashOf(key), expires).line() + "\n";
    }

    private static void write(Path file, String... lines) throws IOException {
        Files.writeString(file, String.join("", lines));
    }
}

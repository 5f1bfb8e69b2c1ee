package luohu.access;

import static luohu.testing.ServiceProcess.get;
import static luohu.testing.ServiceProcess.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import luohu.testing.PackagedService;
import luohu.testing.ServiceProcess;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The packaged service that other machines can reach")
class ExposureIT {

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "-Dluohu.rules.bundled=false | 监听地址 0.0.0.0 不是本机的回环地址",
                "-Dluohu.access.mode=apikey | luohu.access.mode 应为以下之一：none、api-key、oidc、mtls",
                "-Dluohu.access.mode=api-key | 还需要 luohu.access.keys",
                "-Dluohu.access.mode=oidc | 还需要 luohu.access.oidc.issuer",
                "-Dluohu.access.mode=oidc;-Dluohu.access.oidc.audience=luohu;-Dluohu.access.oidc.issuer=auth.example | luohu.access.oidc.issuer 应为签发者的地址",
                "-Dluohu.access.mode=mtls | 关闭不加密的端口（quarkus.http.insecure-requests=disabled）",
                "-Dluohu.access.keys=gone.yaml;-Dluohu.access.mode=api-key | 密钥文件 gone.yaml 读不出来",
                "-Dluohu.access.mode=none;-Dluohu.access.rate=0 | luohu.access.rate 应大于 0",
                "-Dluohu.access.mode=none;-Dluohu.audit.file=pom.xml/audit.log | 审计日志 pom.xml/audit.log 写不了"
            })
    @DisplayName(
            "does not start before somebody has said wholly who may ask; it says what is missing, without a stack trace")
    void does_not_start(String options, String reason) throws IOException, InterruptedException {
        PackagedService.Ended ended = PackagedService.start(
                PackagedService.APPLICATION,
                folder.resolve("log"),
                ("-Dquarkus.http.host=0.0.0.0;-Dluohu.rules.bundled=false;" + options).split(";"));
        assertEquals(1, ended.exit(), ended.output());
        assertTrue(ended.output().contains("服务未启动。"), ended.output());
        assertTrue(ended.output().contains(reason), ended.output());
        assertFalse(ended.output().contains("\tat "), ended.output());
    }

    @Test
    @DisplayName(
            "serves everybody behind a gateway in mode none, each as often as the limit says, and waits for no slow body")
    void none() throws IOException, InterruptedException {
        try (ServiceProcess service = ServiceProcess.start(
                folder.resolve("log"),
                "-Dquarkus.http.host=0.0.0.0",
                "-Dluohu.access.mode=none",
                "-Dluohu.access.rate=0.01",
                "-Dluohu.access.burst=3",
                "-Dluohu.http.body-timeout=1s")) {
            String request = "{\"city\": \"weihai\", \"effectiveDate\": \"2024-05-01\"}";
            assertEquals(200, post(service.api("/v1/evaluations"), request).statusCode());
            assertEquals(200, get(service.api("/v1/cities")).statusCode());

            String slow = slowly(service.port());
            assertTrue(slow.startsWith("HTTP/1.1 408 "), slow);
            assertTrue(slow.contains("urn:luohu:problem:request-timeout"), slow);

            HttpResponse<String> refused = post(service.api("/v1/evaluations"), request);
            assertEquals(429, refused.statusCode());
            assertTrue(refused.body().contains("urn:luohu:problem:too-many-requests"), refused.body());
            assertTrue(
                    Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()) > 50);
            assertEquals(200, get(service.api("/q/openapi")).statusCode(), "the document is not counted");
            assertEquals(200, get(service.management("/q/health/ready")).statusCode());
        }
    }

    /** The whole answer to a body of which the second half never comes, until the connection is closed. */
    private static String slowly(int port) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write(
                            "POST /v1/evaluations HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 40\r\n\r\n{"
                                    .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

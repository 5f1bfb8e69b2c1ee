package luohu.receipts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import luohu.testing.InventedPackage;
import luohu.testing.Keys;
import luohu.testing.PackagedService;
import luohu.testing.ServiceProcess;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Receipts of the packaged service")
class ReceiptIT {

    private static final String REQUEST = "{\"city\": \"云溪\"}";

    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "hold when the service is gone, across a change of keys; a changed answer and another package are told")
    void hold_offline() throws Exception {
        KeyPair old = Keys.pair();
        KeyPair fresh = Keys.pair();
        Path rules = folder.resolve("rules");
        InventedPackage.write(rules, InventedPackage.version(1));
        exchange("old", old, rules);
        exchange("new", fresh, rules);
        Files.writeString(folder.resolve("both.pem"), Keys.pem(old.getPublic()) + Keys.pem(fresh.getPublic()));
        Files.writeString(folder.resolve("new.pem"), Keys.pem(fresh.getPublic()));

        assertEquals(read("old.answer"), read("new.answer"));
        assertVerified(0, "重现  符合", "old.request", "old.answer", "old.receipt", "both.pem", rules);
        assertVerified(0, "重现  符合", "new.request", "new.answer", "new.receipt", "both.pem", rules);
        assertVerified(1, "unknown-key", "old.request", "old.answer", "old.receipt", "new.pem", rules);

        Files.writeString(
                folder.resolve("other.answer"), read("new.answer").replaceFirst("UNDETERMINED", "UNDETERMINEE"));
        assertVerified(1, "answer-differs", "new.request", "other.answer", "new.receipt", "new.pem", rules);

        Path revised = folder.resolve("revised");
        InventedPackage.write(revised, InventedPackage.version(3));
        assertVerified(
                3,
                "package-not-at-hand 手头没有 yunxi-2024-01-01 "
                        + InventedPackage.version(1).digest(),
                "new.request",
                "new.answer",
                "new.receipt",
                "new.pem",
                revised);
    }

    @Test
    @DisplayName("are not given with a file that holds no private key: the service does not start, and says why")
    void unusable_key() throws IOException, InterruptedException {
        Path key = Files.writeString(folder.resolve("key"), Keys.pem(Keys.pair().getPublic()));
        PackagedService.Ended ended = PackagedService.start(
                PackagedService.APPLICATION, folder.resolve("log"), "-Dluohu.receipts.key=" + key);
        assertEquals(1, ended.exit(), ended.output());
        assertTrue(ended.output().contains("服务未启动。私钥文件 " + key + " 应为 PEM"), ended.output());
        assertFalse(ended.output().contains("\tat "), ended.output());
    }

    /** Has the service answer one request with a key, and keeps what was sent and received as files. */
    private void exchange(String name, KeyPair pair, Path rules) throws Exception {
        Path key = Files.writeString(folder.resolve("private.pem"), Keys.pem(pair.getPrivate()));
        try (ServiceProcess service = ServiceProcess.start(
                folder.resolve(name + ".log"), "-Dluohu.receipts.key=" + key, "-Dluohu.rules.directory=" + rules)) {
            HttpResponse<String> response = ServiceProcess.post(service.api("/v1/evaluations"), REQUEST);
            assertEquals(200, response.statusCode());
            Files.writeString(folder.resolve(name + ".request"), REQUEST);
            Files.writeString(folder.resolve(name + ".answer"), response.body());
            Files.writeString(
                    folder.resolve(name + ".receipt"),
                    response.headers().firstValue("Luohu-Receipt").orElseThrow() + "\n");
        }
    }

    private void assertVerified(
            int exit, String said, String request, String answer, String receipt, String key, Path rules)
            throws IOException, InterruptedException {
        Path log = folder.resolve("verify.log");
        Process command = java(
                log,
                "-jar",
                jar(),
                "verify",
                folder.resolve(request).toString(),
                folder.resolve(answer).toString(),
                folder.resolve(receipt).toString(),
                "--key",
                folder.resolve(key).toString(),
                "--rules",
                rules.toString());
        try {
            assertTrue(command.waitFor(120, TimeUnit.SECONDS), "the command must end");
        } finally {
            command.destroyForcibly();
        }
        String output = Files.readString(log, StandardCharsets.UTF_8);
        assertEquals(exit, command.exitValue(), output);
        assertTrue(output.contains(said), output);
        assertFalse(output.contains("\tat "), output);
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private static String jar() {
        return PackagedService.APPLICATION.resolve("quarkus-run.jar").toString();
    }

    private static Process java(Path log, String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }
}

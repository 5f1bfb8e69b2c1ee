package luohu.deploy;

import static luohu.deploy.Manifests.FOLDER;
import static luohu.deploy.Manifests.items;
import static luohu.deploy.Manifests.manifest;
import static luohu.deploy.Manifests.names;
import static luohu.deploy.Manifests.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayName("The Kubernetes manifests and the Dockerfile agree with the application:")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubernetesTest {

    private final Properties application = new Properties();
    private final Properties settings = new Properties();
    private JsonNode pod;
    private JsonNode container;

    @BeforeAll
    void read() throws IOException {
        load(application, Path.of("src", "main", "resources", "application.properties"));
        load(settings, FOLDER.resolve("settings.env"));
        pod = manifest("deployment").at("/spec/template/spec");
        container = pod.at("/containers/0");
    }

    @Test
    @DisplayName("every manifest is listed, and every listed file is there")
    void lists_every_file() throws IOException {
        JsonNode list = manifest("kustomization");
        Set<String> listed = new TreeSet<>(texts(list.get("resources")));
        Set<String> there = new TreeSet<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml") && !name.equals("kustomization.yaml"))
                    .forEach(there::add);
        }
        assertEquals(there, listed);
        assertTrue(Files.exists(
                FOLDER.resolve(list.at("/configMapGenerator/0/envs/0").asText())));
        assertTrue(Files.exists(
                FOLDER.resolve(list.at("/configMapGenerator/1/files/0").asText())));
        assertEquals(list.at("/configMapGenerator/0/name"), container.at("/envFrom/0/configMapRef/name"));
        assertEquals("luohu-rules", list.at("/configMapGenerator/1/name").asText());
    }

    @Test
    @DisplayName("the ports are those the service listens on, and every reference to a port has a name that is there")
    void ports() throws IOException {
        assertEquals(application.getProperty("quarkus.http.port"), port("http"));
        assertEquals(application.getProperty("quarkus.management.port", "9000"), port("management"));
        assertEquals("http", manifest("service").at("/spec/ports/0/targetPort").asText());
        JsonNode ingress = manifest("network-policy").at("/spec/ingress");
        assertEquals("http", ingress.at("/0/ports/0/port").asText());
        assertEquals("management", ingress.at("/1/ports/0/port").asText());
        assertTrue(dockerfile().contains("\nEXPOSE " + port("http") + " " + port("management") + "\n"));
    }

    @Test
    @DisplayName("the probes ask the management port at the paths of SmallRye Health")
    void probes() {
        for (String probe : List.of("startup:started", "liveness:live", "readiness:ready")) {
            String[] parts = probe.split(":");
            JsonNode request = container.at("/" + parts[0] + "Probe/httpGet");
            assertEquals("/q/health/" + parts[1], request.get("path").asText());
            assertEquals("management", request.get("port").asText());
        }
    }

    @Test
    @DisplayName("every setting is one that Quarkus knows or the manual explains")
    void settings_exist() throws IOException {
        Set<String> known = Manifests.variables();
        for (String name : settings.stringPropertyNames()) {
            assertTrue(known.contains(name), name);
        }
    }

    @Test
    @DisplayName("the manual explains every setting of the program's own, and no other")
    void manual_is_complete() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                used.addAll(names(Files.readString(file), "@ConfigProperty\\(\\s*name\\s*=\\s*\"(luohu\\.[a-z.-]+)\""));
            }
        }
        assertTrue(used.contains("luohu.rules.directory"));
        assertEquals(used, new TreeSet<>(Manifests.documented()));
    }

    @Test
    @DisplayName("files that settings name lie on volumes that are mounted")
    void files_are_mounted() {
        for (String setting : List.of("LUOHU_ACCESS_KEYS", "LUOHU_RULES_DIRECTORY")) {
            String path = settings.getProperty(setting);
            List<String> mounted = items(container.get("volumeMounts")).stream()
                    .filter(mount ->
                            (path + "/").startsWith(mount.get("mountPath").asText() + "/"))
                    .map(mount -> mount.get("name").asText())
                    .toList();
            assertEquals(1, mounted.size(), setting);
            assertTrue(
                    items(pod.get("volumes")).stream()
                            .anyMatch(volume -> volume.get("name").asText().equals(mounted.get(0))),
                    setting);
        }
    }

    @Test
    @DisplayName("another address than loopback comes with an access mode")
    void access() {
        assertEquals("0.0.0.0", settings.getProperty("QUARKUS_HTTP_HOST"));
        assertEquals("api-key", settings.getProperty("LUOHU_ACCESS_MODE"));
    }

    @Test
    @DisplayName("there is time to end in order before the process is killed")
    void time_to_end() {
        assertEquals("true", application.getProperty("quarkus.shutdown.delay-enabled"));
        long needed = seconds("QUARKUS_SHUTDOWN_DELAY") + seconds("QUARKUS_SHUTDOWN_TIMEOUT");
        assertTrue(pod.get("terminationGracePeriodSeconds").asLong() > needed);
        JsonNode ready = container.get("readinessProbe");
        long noticed = ready.get("periodSeconds").asLong()
                * ready.get("failureThreshold").asLong();
        assertTrue(seconds("QUARKUS_SHUTDOWN_DELAY") > noticed);
    }

    @Test
    @DisplayName("the process has no rights it does not need, and the image's user is the manifest's")
    void rights() throws IOException {
        JsonNode process = container.get("securityContext");
        assertTrue(pod.at("/securityContext/runAsNonRoot").asBoolean());
        assertEquals(
                "RuntimeDefault", pod.at("/securityContext/seccompProfile/type").asText());
        assertTrue(process.get("readOnlyRootFilesystem").asBoolean());
        assertFalse(process.get("allowPrivilegeEscalation").asBoolean());
        assertEquals(List.of("ALL"), texts(process.at("/capabilities/drop")));
        assertFalse(pod.get("automountServiceAccountToken").asBoolean());
        String user = pod.at("/securityContext/runAsUser").asText();
        assertTrue(dockerfile().contains("\nUSER " + user + ":" + user + "\n"));
    }

    @Test
    @DisplayName(
            "memory is bounded and asked for in full; how many replicas there are is for the autoscaler alone to say, and at least as "
                    + "many stay as are needed")
    void sizes() throws IOException {
        assertEquals(container.at("/resources/limits/memory"), container.at("/resources/requests/memory"));
        assertTrue(container.at("/resources/limits/memory").asText().matches("[0-9]+Mi"));
        JsonNode scaling = manifest("autoscaler").get("spec");
        assertFalse(manifest("deployment").get("spec").has("replicas"));
        assertEquals(manifest("deployment").at("/metadata/name"), scaling.at("/scaleTargetRef/name"));
        assertTrue(scaling.get("minReplicas").asInt()
                > manifest("disruption-budget").at("/spec/minAvailable").asInt());
    }

    @Test
    @DisplayName("the image takes the folders that the build makes, and the ignored files leave them in")
    void image() throws IOException {
        List<String> sources = names(dockerfile(), "\nCOPY target/quarkus-app/([a-z-]+)[/.]");
        assertEquals(List.of("lib", "quarkus", "quarkus-run", "app"), sources);
        assertTrue(Files.readString(Path.of(".dockerignore")).contains("\n!target/quarkus-app\n"));
        assertTrue(dockerfile().contains("\nSTOPSIGNAL SIGTERM\n"));
    }

    private String port(String name) {
        return items(container.get("ports")).stream()
                .filter(port -> port.get("name").asText().equals(name))
                .map(port -> port.get("containerPort").asText())
                .findFirst()
                .orElseThrow();
    }

    private long seconds(String setting) {
        return Duration.parse("PT" + settings.getProperty(setting)).toSeconds();
    }

    private static String dockerfile() throws IOException {
        return Files.readString(Path.of("Dockerfile"));
    }

    private static void load(Properties properties, Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
    }
}

package luohu.deploy;

import static luohu.deploy.Manifests.FOLDER;
import static luohu.deploy.Manifests.items;
import static luohu.deploy.Manifests.manifest;
import static luohu.deploy.Manifests.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayName("The Kubernetes component for the audit log agrees with the application:")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubernetesAuditTest {

    private static final String COMPONENT = "audit";

    private JsonNode patched;
    private JsonNode container;
    private JsonNode claim;

    @BeforeAll
    void read() throws IOException {
        patched = manifest(COMPONENT + "/deployment");
        container = patched.at("/spec/template/spec/containers/0");
        claim = manifest(COMPONENT + "/volume-claim");
    }

    @Test
    @DisplayName(
            "it is taken up only where the manifests name it, where a comment says how; every file of it is listed")
    void is_optional() throws IOException {
        assertFalse(manifest("kustomization").has("components"));
        String manifests = Files.readString(FOLDER.resolve("kustomization.yaml"));
        assertTrue(manifests.contains("\n# components:\n#   - " + COMPONENT + "\n"), manifests);
        JsonNode list = manifest(COMPONENT + "/kustomization");
        assertEquals("Component", list.get("kind").asText());
        Set<String> listed = new TreeSet<>(texts(list.get("resources")));
        items(list.get("patches")).forEach(each -> listed.add(each.get("path").asText()));
        listed.add("kustomization.yaml");
        try (Stream<String> files = Files.list(FOLDER.resolve(COMPONENT))
                .map(file -> file.getFileName().toString())) {
            assertEquals(new TreeSet<>(files.toList()), listed);
        }
    }

    @Test
    @DisplayName("it changes the container of the service, by settings that there are")
    void changes_the_service() throws IOException {
        JsonNode service = manifest("deployment");
        assertEquals(service.get("kind"), patched.get("kind"));
        assertEquals(service.at("/metadata/name"), patched.at("/metadata/name"));
        assertEquals(service.at("/spec/template/spec/containers/0/name"), container.get("name"));
        Set<String> known = Manifests.variables();
        for (JsonNode each : items(container.get("env"))) {
            String name = each.get("name").asText();
            assertTrue(each.has("valueFrom") || known.contains(name), name);
        }
    }

    @Test
    @DisplayName("each replica writes into a folder of its own on the volume, as the user it runs as")
    void a_folder_for_each() throws IOException {
        JsonNode mount = container.at("/volumeMounts/0");
        assertFalse(mount.path("readOnly").asBoolean());
        List<String> names = new ArrayList<>();
        items(container.get("env")).forEach(each -> names.add(each.get("name").asText()));
        assertTrue(names.indexOf("POD_NAME") < names.indexOf("LUOHU_AUDIT_FILE"), "known before it is used");
        assertEquals(
                "metadata.name",
                container.at("/env/0/valueFrom/fieldRef/fieldPath").asText());
        assertEquals(mount.get("mountPath").asText() + "/$(POD_NAME)/audit.log", setting("LUOHU_AUDIT_FILE"));
        JsonNode volume = patched.at("/spec/template/spec/volumes/0");
        assertEquals(mount.get("name"), volume.get("name"));
        assertEquals(claim.at("/metadata/name"), volume.at("/persistentVolumeClaim/claimName"));
        assertEquals(List.of("ReadWriteMany"), texts(claim.at("/spec/accessModes")));
        JsonNode user = manifest("deployment").at("/spec/template/spec/securityContext");
        assertEquals(user.get("runAsGroup"), user.get("fsGroup"));
    }

    @Test
    @DisplayName("the volume holds the logs of as many replicas as there can be, twice")
    void room() throws IOException {
        MemorySizeConverter sizes = new MemorySizeConverter();
        long each = sizes.convert(setting("LUOHU_AUDIT_ROTATE_SIZE")).asLongValue()
                * (Long.parseLong(setting("LUOHU_AUDIT_KEPT")) + 1);
        long replicas = manifest("autoscaler").at("/spec/maxReplicas").asLong();
        String room = claim.at("/spec/resources/requests/storage").asText();
        assertTrue(room.endsWith("Gi"), room);
        assertTrue(sizes.convert(room.substring(0, room.length() - 1)).asLongValue() >= 2 * replicas * each, room);
    }

    private String setting(String name) {
        return items(container.get("env")).stream()
                .filter(each -> each.get("name").asText().equals(name))
                .map(each -> each.get("value").asText())
                .findFirst()
                .orElseThrow();
    }
}

package luohu.testing;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import luohu.binding.YamlSource;

/** Tables for tests, kept as YAML in the test resources. */
public final class Yaml {

    private Yaml() {}

    /** The rows of a table. */
    public static List<Map<String, Object>> rows(String resource) throws IOException {
        try (InputStream file = Yaml.class.getResourceAsStream(resource)) {
            YamlSource source = YamlSource.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            return new ObjectMapper().convertValue(source.tree(), new TypeReference<>() {});
        }
    }
}

package luohu.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads manifests, and what settings there are. */
final class Manifests {

    static final Path FOLDER = Path.of("deploy", "kubernetes");

    private static final Path MANUAL = Path.of("docs", "运行手册.md");

    private Manifests() {}

    /** A manifest, by its place in the folder without the ending. */
    static JsonNode manifest(String name) throws IOException {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        return new ObjectMapper().valueToTree(yaml.load(Files.readString(FOLDER.resolve(name + ".yaml"))));
    }

    /** The variables of all settings that Quarkus knows or the manual explains. */
    static Set<String> variables() throws IOException {
        Set<String> known = new TreeSet<>();
        for (URL model : Collections.list(Manifests.class
                .getClassLoader()
                .getResources("META-INF/quarkus-config-doc/quarkus-config-model.json"))) {
            try (InputStream file = model.openStream()) {
                names(new String(file.readAllBytes(), StandardCharsets.UTF_8), "\"(quarkus\\.[a-z0-9.-]+)\"")
                        .forEach(name -> known.add(variable(name)));
            }
        }
        documented().forEach(name -> known.add(variable(name)));
        return known;
    }

    /** The settings that start a row of a table of the manual. */
    static List<String> documented() throws IOException {
        return names(Files.readString(MANUAL), "\n\\| `(luohu\\.[a-z.-]+)`");
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /** What the group of a pattern matches in a text. */
    static List<String> names(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.results().map(result -> result.group(1)).toList();
    }

    static List<JsonNode> items(JsonNode list) {
        List<JsonNode> items = new ArrayList<>();
        list.forEach(items::add);
        return items;
    }

    static List<String> texts(JsonNode list) {
        return items(list).stream().map(JsonNode::asText).toList();
    }
}

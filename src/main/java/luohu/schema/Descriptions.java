package luohu.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/** What the members of package and scenario files mean, in Chinese; what the catalogue shows as well is said there. */
final class Descriptions {

    private final Properties own;
    private final Properties catalogue;

    private Descriptions(Properties own, Properties catalogue) {
        this.own = own;
        this.catalogue = catalogue;
    }

    static Descriptions read() {
        return new Descriptions(
                properties("/schema/descriptions.properties"), properties("/openapi/descriptions.properties"));
    }

    /** What a type is; empty when its members say it all. */
    Optional<String> of(Class<?> type) {
        return text(type.getSimpleName());
    }

    /** What a member of a document means. */
    String of(Class<?> type, String member) {
        String key = type.getSimpleName() + "." + member;
        return text(key).orElseThrow(() -> new IllegalStateException("no description of " + key));
    }

    /** What is to be said of a fact beside its label; empty for nothing. */
    String beside(Class<?> type, String fact) {
        return text(type.getSimpleName() + "." + fact).orElse("");
    }

    /** The pattern a text has to match, if any. */
    Optional<String> pattern(Class<?> type, String member) {
        return Optional.ofNullable(own.getProperty(type.getSimpleName() + "." + member + ".pattern"));
    }

    private Optional<String> text(String key) {
        String text = own.getProperty(key);
        text = text == null ? catalogue.getProperty(key) : text;
        return Optional.ofNullable(text == null ? catalogue.getProperty(key + "?") : text);
    }

    private static Properties properties(String resource) {
        try (InputStream file = Descriptions.class.getResourceAsStream(resource)) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

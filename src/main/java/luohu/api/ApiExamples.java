package luohu.api;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;

/**
 * Adds ready examples to the OpenAPI document: requests, as {@code examples.properties} lists them for each operation, and the
 * answers that {@code answers.json} has for the first of them.
 */
final class ApiExamples {

    private static final String LIST = "order.";

    private final ObjectMapper json = new ObjectMapper();
    private final Properties titles = new Properties();

    ApiExamples() {
        try (InputStream file = ApiDescription.resource("examples/examples.properties")) {
            titles.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(OpenAPI document) {
        titles.stringPropertyNames().stream()
                .filter(key -> key.startsWith(LIST))
                .sorted()
                .forEach(key -> add(document, key.substring(LIST.length()), titles.getProperty(key)));
        Map<String, Object> answers = read("answers");
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .filter(operation -> answers.containsKey(operation.getOperationId()))
                .forEach(operation -> operation
                        .getResponses()
                        .getAPIResponse("200")
                        .getContent()
                        .getMediaType("application/json")
                        .addExample(
                                "answer",
                                OASFactory.createExample()
                                        .summary("对示例的答复")
                                        .value(answers.get(operation.getOperationId()))));
    }

    private void add(OpenAPI document, String path, String names) {
        MediaType body = document.getPaths()
                .getPathItem(path)
                .getPOST()
                .getRequestBody()
                .getContent()
                .getMediaType("application/json");
        for (String name : names.split(",")) {
            body.addExample(
                    name,
                    OASFactory.createExample().summary(titles.getProperty(name)).value(read(name)));
        }
    }

    private Map<String, Object> read(String name) {
        try (InputStream example = ApiDescription.resource("examples/" + name + ".json")) {
            return json.readValue(example, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package luohu.api;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import luohu.testing.OpenApiDocument;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("What the application serves under /v1")
class DocumentedRoutesTest {

    private static final java.nio.file.Path CLASSES = java.nio.file.Path.of("target/classes");

    @Inject
    Router router;

    @Test
    @DisplayName("is in the OpenAPI document, path by path and method by method, and nothing else is")
    void is_documented() throws IOException {
        Set<String> documented = new TreeSet<>();
        new OpenApiDocument(given().get("/q/openapi?format=json").asString())
                .operations()
                .forEach(each -> documented.add(each.toString()));
        assertEquals(served(), documented);
    }

    /** The methods of every resource among the classes, and the routes that go round resources. */
    private Set<String> served() throws IOException {
        Set<String> served = new TreeSet<>();
        try (Stream<java.nio.file.Path> files = Files.walk(CLASSES.resolve("luohu"))) {
            files.map(CLASSES::relativize)
                    .map(file -> file.toString().replace('/', '.'))
                    .filter(name -> name.endsWith("Resource.class"))
                    .forEach(name -> add(name.substring(0, name.length() - ".class".length()), served));
        }
        router.getRoutes().stream()
                .filter(route -> route.getPath() != null && route.getPath().startsWith("/v1"))
                .forEach(route -> served.add("POST " + route.getPath()));
        return served;
    }

    private static void add(String name, Set<String> served) {
        try {
            Class<?> resource = Class.forName(name);
            for (Method method : resource.getDeclaredMethods()) {
                for (Annotation each : method.getAnnotations()) {
                    HttpMethod verb = each.annotationType().getAnnotation(HttpMethod.class);
                    if (verb != null) {
                        Path own = method.getAnnotation(Path.class);
                        served.add(verb.value() + " "
                                + resource.getAnnotation(Path.class).value() + (own == null ? "" : own.value()));
                    }
                }
            }
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}

package luohu.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which paths there are and which methods each takes, read off the resources, and the batch, which is none; for the header Allow of a 405, which RFC 9110 asks
 * for, and for the audit log, in which paths stand as templates.
 */
@ApplicationScoped
public class AllowedMethods {

    private record Route(String template, Pattern pattern, SortedSet<String> methods) {}

    private final Map<String, Route> routes = new LinkedHashMap<>();

    AllowedMethods() {
        for (Class<?> resource : List.of(
                EvaluationResource.class,
                ComparisonResource.class,
                TimelineResource.class,
                ChangesResource.class,
                CatalogueResource.class)) {
            for (Method method : resource.getDeclaredMethods()) {
                add(resource, method);
            }
        }
        routes.computeIfAbsent(BatchRoute.PATH, AllowedMethods::route).methods().add("POST");
    }

    /** The methods a path takes, as the header lists them; empty for a path nobody serves. */
    public String of(String path) {
        SortedSet<String> allowed = new TreeSet<>();
        for (Route route : routes.values()) {
            if (route.pattern().matcher(path).matches()) {
                allowed.addAll(route.methods());
            }
        }
        return String.join(", ", allowed);
    }

    /** The template of a path, with the names of parameters in place of what was sent; {@code other} for one nobody serves. */
    public String template(String path) {
        if (routes.containsKey(path)) {
            return path;
        }
        return routes.values().stream()
                .filter(route -> route.pattern().matcher(path).matches())
                .map(Route::template)
                .findFirst()
                .orElse("other");
    }

    private void add(Class<?> resource, Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                Path own = method.getAnnotation(Path.class);
                String path = resource.getAnnotation(Path.class).value() + (own == null ? "" : own.value());
                SortedSet<String> names =
                        routes.computeIfAbsent(path, AllowedMethods::route).methods();
                names.add(verb.value());
                if (verb.value().equals("GET")) {
                    names.add("HEAD");
                }
            }
        }
    }

    private static Route route(String path) {
        Pattern pattern = Pattern.compile(path.replaceAll("\\{[^}]+}", "[^/]+") + "/?");
        return new Route(path, pattern, new TreeSet<>(List.of("OPTIONS")));
    }
}

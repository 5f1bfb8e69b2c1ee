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

/** Which methods each path takes, read off the resources; for the header Allow of a 405, which RFC 9110 asks for. */
@ApplicationScoped
public class AllowedMethods {

    private final Map<Pattern, SortedSet<String>> methods = new LinkedHashMap<>();

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
    }

    /** The methods a path takes, as the header lists them; empty for a path nobody serves. */
    public String of(String path) {
        SortedSet<String> allowed = new TreeSet<>();
        methods.forEach((pattern, names) -> {
            if (pattern.matcher(path).matches()) {
                allowed.addAll(names);
            }
        });
        return String.join(", ", allowed);
    }

    private void add(Class<?> resource, Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                Path own = method.getAnnotation(Path.class);
                String path = resource.getAnnotation(Path.class).value() + (own == null ? "" : own.value());
                Pattern pattern = Pattern.compile(path.replaceAll("\\{[^}]+}", "[^/]+") + "/?");
                SortedSet<String> names = methods.computeIfAbsent(pattern, key -> new TreeSet<>(List.of("OPTIONS")));
                names.add(verb.value());
                if (verb.value().equals("GET")) {
                    names.add("HEAD");
                }
            }
        }
    }
}

package luohu.api;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import luohu.facts.Coded;
import luohu.facts.Fact;
import luohu.facts.Facts;
import luohu.facts.Labelled;
import luohu.facts.ValueKind;
import luohu.packages.PlaceOfRegistration;
import luohu.request.EvaluationRequest;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Completes the OpenAPI document: the Chinese words for every field (facts by their labels, the rest from one file), what may
 * be null and what is always there, an example for each city, every problem each operation can answer with.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {

    private static final List<String> REQUEST_ONLY = List.of("EvaluationRequest");
    private static final List<ProblemKind> ALWAYS = List.of(ProblemKind.NOT_ACCEPTABLE, ProblemKind.INTERNAL_ERROR);
    private static final List<ProblemKind> OF_PACKAGE = List.of(ProblemKind.UNKNOWN_PACKAGE);
    private static final List<ProblemKind> OF_EVALUATION = List.of(
            ProblemKind.MALFORMED_JSON,
            ProblemKind.INVALID_REQUEST,
            ProblemKind.UNKNOWN_CITY,
            ProblemKind.UNKNOWN_PACKAGE,
            ProblemKind.PAYLOAD_TOO_LARGE,
            ProblemKind.UNSUPPORTED_MEDIA_TYPE,
            ProblemKind.NO_PACKAGE_IN_FORCE,
            ProblemKind.PACKAGE_MISMATCH);

    private final Properties descriptions = new Properties();
    private final ObjectMapper json = new ObjectMapper();

    /** Reads the words. */
    public ApiDescription() {
        try (InputStream file = resource("descriptions.properties")) {
            descriptions.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents().getSchemas().forEach((name, schema) -> {
            Class<?> facts = factsClass(name);
            if (facts != null && Labelled.class.isAssignableFrom(facts)) {
                schema.setDescription(values(facts));
                codes(schema, facts);
            } else if (facts != null && facts.isRecord() && facts.getPackage().equals(Facts.class.getPackage())) {
                facts(schema, facts);
            } else {
                answer(name, schema);
            }
        });
        document.getPaths().getPathItems().forEach(this::problems);
        document.setTags(document.getTags().stream()
                .sorted(Comparator.comparing(tag -> tag.getName().equals("评估") ? 0 : 1))
                .toList());
        examples(document);
    }

    /** The type of the vocabulary, or the kind of place, that a schema stands for; null for the rest of the answer. */
    private static Class<?> factsClass(String name) {
        for (Class<?> neighbour : List.of(Facts.class, PlaceOfRegistration.class)) {
            try {
                return Class.forName(neighbour.getPackageName() + "." + name);
            } catch (ClassNotFoundException e) {
                continue;
            }
        }
        return null;
    }

    private static String values(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name() + " " + ((Labelled) constant).label()
                        + (constant instanceof Coded coded ? "（代码 " + String.join("、", coded.codes()) + "）" : ""))
                .collect(Collectors.joining("；"));
    }

    /** Where a national standard gives codes, requests may use them for the names. */
    private static void codes(Schema schema, Class<?> type) {
        if (Coded.class.isAssignableFrom(type)) {
            for (Object constant : type.getEnumConstants()) {
                ((Coded) constant).codes().forEach(schema::addEnumeration);
            }
        }
    }

    private void facts(Schema schema, Class<?> type) {
        schema.setDescription(descriptions.getProperty(type.getSimpleName()));
        for (RecordComponent component : type.getRecordComponents()) {
            Fact fact = component.getAnnotation(Fact.class);
            Schema property = schema.getProperties().get(component.getName());
            if (component.getType() == String.class && fact.kind() == ValueKind.DIVISION_CODE) {
                property.setPattern("^[0-9]{6}$");
            } else if (component.getType() == String.class && fact.kind() == ValueKind.EDUCATION_LEVEL) {
                property.setPattern("^([1-8][0-9]|90)$");
            } else if (component.getType() == List.class) {
                property.setMaxItems(EvaluationRequest.LONGEST_LIST);
            }
            nullable(property);
            String remark = descriptions.getProperty(type.getSimpleName() + "." + component.getName(), "");
            property.setDescription(words(component, fact) + remark);
        }
        schema.setAdditionalPropertiesBoolean(false);
    }

    /** The label of a fact and, where its values are few and fixed, what each means. */
    private static String words(RecordComponent component, Fact fact) {
        if (!fact.no().isEmpty()) {
            return "true：" + fact.value() + "；false：" + fact.no();
        } else if (component.getType().isEnum()) {
            return fact.value() + "：" + values(component.getType());
        }
        return fact.value();
    }

    private void answer(String name, Schema schema) {
        schema.setDescription(descriptions.getProperty(name));
        if (schema.getProperties() == null) {
            return;
        }
        boolean request = REQUEST_ONLY.contains(name);
        List<String> always = new ArrayList<>();
        schema.getProperties().forEach((property, each) -> {
            String key = name + "." + property;
            if (request && each.getType() != null && each.getType().contains(SchemaType.ARRAY)) {
                each.setMaxItems(EvaluationRequest.LONGEST_LIST);
            }
            if (descriptions.containsKey(key + "?")) {
                nullable(each);
            }
            String description = descriptions.getProperty(key, descriptions.getProperty(key + "?", label(property)));
            each.setDescription(description);
            always.add(property);
        });
        if (request) {
            schema.getProperties().forEach((property, each) -> {
                if (!property.equals("city")) {
                    nullable(each);
                }
            });
            schema.setRequired(List.of("city"));
            schema.getProperties().get("id").setMaxLength(EvaluationRequest.LONGEST_ID);
            schema.setAdditionalPropertiesBoolean(false);
        } else {
            schema.setRequired(name.equals("Problem") ? List.of("type", "title", "status", "detail") : always);
        }
    }

    /** The label of a fact that stands at the top of a request. */
    private static String label(String property) {
        return Arrays.stream(Facts.class.getRecordComponents())
                .filter(component -> component.getName().equals(property))
                .map(component -> component.getAnnotation(Fact.class).value())
                .findFirst()
                .orElse(null);
    }

    private static void nullable(Schema schema) {
        if (schema.getRef() != null) {
            Schema target = OASFactory.createSchema().ref(schema.getRef());
            schema.setRef(null);
            schema.addAnyOf(target).addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
        } else {
            schema.addType(SchemaType.NULL);
        }
    }

    private void problems(String path, PathItem item) {
        for (Operation operation : item.getOperations().values()) {
            List<ProblemKind> kinds = new ArrayList<>();
            if (path.equals("/v1/evaluations")) {
                kinds.addAll(OF_EVALUATION);
            } else if (path.contains("{id}")) {
                kinds.addAll(OF_PACKAGE);
            }
            kinds.addAll(ALWAYS);
            kinds.stream()
                    .collect(Collectors.groupingBy(ProblemKind::status, TreeMap::new, Collectors.toList()))
                    .forEach((status, same) -> operation
                            .getResponses()
                            .addAPIResponse(
                                    Integer.toString(status),
                                    OASFactory.createAPIResponse()
                                            .description(same.stream()
                                                    .map(kind -> kind.code() + " " + kind.title())
                                                    .collect(Collectors.joining("；")))
                                            .content(OASFactory.createContent()
                                                    .addMediaType(
                                                            Problem.MEDIA_TYPE,
                                                            OASFactory.createMediaType()
                                                                    .schema(OASFactory.createSchema()
                                                                            .ref("#/components/schemas/Problem"))))));
        }
    }

    private void examples(OpenAPI document) {
        MediaType body = document.getPaths()
                .getPathItem("/v1/evaluations")
                .getPOST()
                .getRequestBody()
                .getContent()
                .getMediaType("application/json");
        Properties titles = new Properties();
        try (InputStream file = resource("examples/examples.properties")) {
            titles.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            for (String name : titles.getProperty("order").split(",")) {
                try (InputStream example = resource("examples/" + name + ".json")) {
                    Example value = OASFactory.createExample()
                            .summary(titles.getProperty(name))
                            .value(json.readValue(example, new TypeReference<Map<String, Object>>() {}));
                    body.addExample(name, value);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        return ApiDescription.class.getResourceAsStream("/openapi/" + name);
    }
}

package luohu.api;

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
import luohu.facts.Fact;
import luohu.facts.Facts;
import luohu.facts.Labelled;
import luohu.facts.Relative;
import luohu.facts.ValueKind;
import luohu.packages.PlaceOfRegistration;
import luohu.request.ApplicantRequest;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/**
 * Completes the OpenAPI document: the Chinese words for every field (facts by their labels, the rest from one file), what may
 * be null and what is always there, an example for each city, every problem each operation can answer with.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {

    /** The requests, and the members each must have. */
    private static final Map<String, List<String>> REQUIRED = Map.of(
            "EvaluationRequest", List.of("city"),
            "ComparisonRequest", List.of(),
            "ChangesRequest", List.of(),
            "TimelineRequest", List.of("city", "from", "to"));

    private final Properties descriptions = new Properties();

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
                FactCodes.describe(schema, facts);
            } else if (facts != null && facts.isRecord() && facts.getPackage().equals(Facts.class.getPackage())) {
                facts(schema, facts);
            } else {
                answer(name, schema);
            }
        });
        BatchDescription.add(document);
        new ApiProblems().add(document);
        document.setTags(document.getTags().stream()
                .sorted(Comparator.comparing(Tag::getName))
                .toList());
        new ApiExamples().add(document);
        new ApiSecurity().describe(document);
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
                property.setMaxItems(ApplicantRequest.LONGEST_LIST);
            } else if (type == Relative.class && component.getName().equals("id")) {
                property.setMaxLength(ApplicantRequest.LONGEST_RELATIVE_ID);
            }
            nullable(property);
            String remark = descriptions.getProperty(type.getSimpleName() + "." + component.getName(), "");
            property.setDescription(words(component, fact) + remark);
        }
        schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
    }

    /** The label of a fact and, where its values are few and fixed, what each means. */
    private static String words(RecordComponent component, Fact fact) {
        if (!fact.no().isEmpty()) {
            return "true：" + fact.value() + "；false：" + fact.no();
        } else if (component.getType().isEnum()) {
            return fact.value() + "：" + FactCodes.words(component.getType());
        }
        return fact.value();
    }

    private void answer(String name, Schema schema) {
        schema.setDescription(descriptions.getProperty(name));
        if (schema.getEnumeration() != null) {
            schema.addExtension(FactCodes.NAMES, List.copyOf(schema.getEnumeration()));
        }
        if (schema.getProperties() == null) {
            return;
        }
        boolean request = REQUIRED.containsKey(name);
        List<String> always = new ArrayList<>();
        schema.getProperties().forEach((property, each) -> {
            String key = name + "." + property;
            if (request && each.getType() != null && each.getType().contains(SchemaType.ARRAY)) {
                each.setMaxItems(ApplicantRequest.LONGEST_LIST);
            }
            if (descriptions.containsKey(key + "?")) {
                nullable(each);
            }
            String description = descriptions.getProperty(key, descriptions.getProperty(key + "?", label(property)));
            each.setDescription(description);
            always.add(property);
        });
        if (request) {
            List<String> required = REQUIRED.get(name);
            schema.getProperties().forEach((property, each) -> {
                if (!required.contains(property)) {
                    nullable(each);
                }
            });
            schema.setRequired(required.isEmpty() ? null : required);
            schema.getProperties().get("id").setMaxLength(ApplicantRequest.LONGEST_ID);
            if (schema.getProperties().containsKey("packageDigest")) {
                schema.getProperties().get("packageDigest").setPattern("^sha256:[0-9a-f]{64}$");
            }
            schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
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

    static InputStream resource(String name) {
        return ApiDescription.class.getResourceAsStream("/openapi/" + name);
    }
}

package luohu.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import luohu.binding.Required;
import luohu.facts.Coded;
import luohu.facts.Fact;
import luohu.facts.Labelled;
import luohu.facts.ValueKind;

/**
 * Writes the schema of what {@link luohu.binding.RecordReader} reads into a record: unknown members refused, members that
 * are not required open to null, items of lists not.
 */
final class SchemaWriter {

    /** The name of the definition that trees of facts refer to. */
    static final String FACTS = "facts";

    private static final String TYPE = "type";
    private static final String PATTERN = "pattern";

    private final JsonNodeFactory nodes = JsonNodeFactory.instance;
    private final Descriptions descriptions;

    SchemaWriter(Descriptions descriptions) {
        this.descriptions = descriptions;
    }

    /** The schema of a record. */
    ObjectNode of(Class<?> record) {
        ObjectNode schema = nodes.objectNode().put(TYPE, "object");
        descriptions.of(record).ifPresent(text -> schema.put("description", text));
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = nodes.arrayNode();
        for (RecordComponent component : record.getRecordComponents()) {
            properties.set(component.getName(), member(component));
            if (component.isAnnotationPresent(Required.class)) {
                required.add(component.getName());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema.put("additionalProperties", false);
    }

    private ObjectNode member(RecordComponent component) {
        Fact fact = component.getAnnotation(Fact.class);
        ObjectNode value = value(component.getGenericType(), fact);
        descriptions
                .pattern(component.getDeclaringRecord(), component.getName())
                .ifPresent(pattern -> value.put(PATTERN, pattern));
        ObjectNode schema = component.isAnnotationPresent(Required.class) ? value : orNull(value);
        ObjectNode described = nodes.objectNode().put("description", description(component, fact));
        schema.remove("description");
        described.setAll(schema);
        return described;
    }

    private String description(RecordComponent component, Fact fact) {
        Class<?> owner = component.getDeclaringRecord();
        String name = component.getName();
        String text;
        if (fact == null) {
            text = descriptions.of(owner, name);
        } else if (fact.no().isEmpty()) {
            text = fact.value() + descriptions.beside(owner, name);
        } else {
            text = "true " + fact.value() + "；false " + fact.no();
        }
        Class<?> values = innermost(component.getGenericType());
        return values.isEnum() ? text + "。" + values(values) : text;
    }

    private String values(Class<?> type) {
        return Labelled.class.isAssignableFrom(type)
                ? Stream.of(type.getEnumConstants())
                        .map(each -> ((Enum<?>) each).name() + " " + ((Labelled) each).label())
                        .collect(Collectors.joining("；"))
                : descriptions
                        .of(type)
                        .orElseThrow(() -> new IllegalStateException("no description of the values of " + type));
    }

    private ObjectNode value(Type type, Fact fact) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == Map.class
                    ? nodes.objectNode()
                            .put(TYPE, "object")
                            .set("additionalProperties", orNull(value(arguments[1], null)))
                    : nodes.objectNode().put(TYPE, "array").set("items", value(arguments[0], fact));
        }
        Class<?> raw = (Class<?>) type;
        if (raw == JsonNode.class) {
            return nodes.objectNode().put("$ref", "#/definitions/" + FACTS);
        } else if (raw.isRecord()) {
            return of(raw);
        } else if (raw.isEnum()) {
            return constants(raw);
        } else if (raw == LocalDate.class) {
            return text("^(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}$").put("format", "date");
        } else if (raw == Boolean.class || raw == boolean.class) {
            return nodes.objectNode().put(TYPE, "boolean");
        } else if (fact != null && fact.kind() == ValueKind.DIVISION_CODE) {
            return text("^[0-9]{6}$");
        } else if (fact != null && fact.kind() == ValueKind.EDUCATION_LEVEL) {
            return text("^([1-8][0-9]|90)$");
        }
        return nodes.objectNode().put(TYPE, "string");
    }

    private ObjectNode constants(Class<?> type) {
        ArrayNode values = nodes.arrayNode();
        Stream.of(type.getEnumConstants()).map(each -> ((Enum<?>) each).name()).forEach(values::add);
        if (Coded.class.isAssignableFrom(type)) {
            Stream.of(type.getEnumConstants())
                    .flatMap(each -> ((Coded) each).codes().stream())
                    .forEach(values::add);
        }
        return nodes.objectNode().put(TYPE, "string").set("enum", values);
    }

    private ObjectNode text(String pattern) {
        return nodes.objectNode().put(TYPE, "string").put(PATTERN, pattern);
    }

    /** The schema with null let in. */
    private ObjectNode orNull(ObjectNode schema) {
        if (!schema.has(TYPE)) {
            ObjectNode either = nodes.objectNode();
            either.putArray("anyOf").add(schema).addObject().put(TYPE, "null");
            return either;
        }
        ArrayNode types = nodes.arrayNode().add(schema.get(TYPE)).add("null");
        schema.set(TYPE, types);
        if (schema.get("enum") instanceof ArrayNode values) {
            values.addNull();
        }
        return schema;
    }

    private static Class<?> innermost(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return innermost(arguments[arguments.length - 1]);
        }
        return (Class<?>) type;
    }
}

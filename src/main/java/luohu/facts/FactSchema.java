package luohu.facts;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every fact of the vocabulary, read off the records themselves, in the order of the contract. */
public final class FactSchema {

    private final Map<String, FactPath> byPath = new LinkedHashMap<>();

    /** Reads the vocabulary off {@link Facts}. */
    public FactSchema() {
        collect(Facts.class, "", "", "");
    }

    /** All facts, containers (objects and lists) included. */
    public List<FactPath> paths() {
        return List.copyOf(byPath.values());
    }

    /** The fact at a path such as {@code homes[].leaseFiled}; null when there is none. */
    public FactPath at(String path) {
        return byPath.get(path);
    }

    private void collect(Class<?> record, String prefix, String owner, String nested) {
        for (RecordComponent component : record.getRecordComponents()) {
            Fact fact = component.getAnnotation(Fact.class);
            Class<?> type = component.getType();
            Class<?> item = type == List.class ? itemType(component.getGenericType()) : null;
            String path = prefix + component.getName();
            String label = fact.no().isEmpty() ? nested + fact.value() : fact.value();
            ValueKind kind = kindOf(type, item, fact);
            byPath.put(
                    path,
                    new FactPath(
                            path,
                            component.getName(),
                            owner,
                            label,
                            fact.no(),
                            kind,
                            values(item == null ? type : item)));
            if (type.isRecord()) {
                boolean top = record == Facts.class;
                collect(type, path + ".", top ? fact.value() : owner, top ? "" : fact.value());
            } else if (item != null && item.isRecord()) {
                collect(item, path + "[].", fact.value(), "");
            }
        }
    }

    private static ValueKind kindOf(Class<?> type, Class<?> item, Fact fact) {
        if (type.isRecord()) {
            return ValueKind.OBJECT;
        } else if (item == String.class || type == String.class) {
            return fact.kind();
        } else if (item != null) {
            return ValueKind.LIST;
        } else if (type == Boolean.class) {
            return ValueKind.BOOLEAN;
        } else if (type == LocalDate.class) {
            return ValueKind.DATE;
        }
        return ValueKind.ENUM;
    }

    private static Class<?> itemType(Type listType) {
        return (Class<?>) ((ParameterizedType) listType).getActualTypeArguments()[0];
    }

    private static List<? extends Labelled> values(Class<?> type) {
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(Labelled.class::cast)
                        .toList()
                : List.of();
    }
}

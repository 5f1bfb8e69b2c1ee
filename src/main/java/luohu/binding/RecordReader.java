package luohu.binding;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import luohu.facts.Coded;
import luohu.facts.Fact;
import luohu.facts.Labelled;
import luohu.facts.ValueKind;

/**
 * Reads a tree into records strictly and finds everything that is wrong with it at once: unknown members, wrong types,
 * unknown values, null items, bad dates and codes. What is wrong is left null in the record, so that further checks can
 * go on with the rest.
 */
public final class RecordReader {

    private final int longestList;
    private final Faults faults;

    /** A reader of lists of any length, which finds everything. */
    public RecordReader() {
        this(Integer.MAX_VALUE, Faults.unbounded());
    }

    /**
     * A reader for who refuses long lists anyway.
     *
     * @param longestList how many items of a list are read; the others are null, and nothing is said about them
     * @param faults takes what is found; nothing is read any more when it is full
     */
    public RecordReader(int longestList, Faults faults) {
        this.longestList = longestList;
        this.faults = faults;
    }

    /** Everything found wrong so far, in the order of the input. */
    public List<Fault> faults() {
        return faults.listed();
    }

    /** The record that the tree states, as far as it can be read. */
    public <T> T read(JsonNode tree, Class<T> type) {
        return type.cast(read(tree, type, null, ""));
    }

    private Object read(JsonNode node, Type type, Fact fact, String at) {
        if (node == null || node.isNull() || faults.isFull()) {
            return null;
        }
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == Map.class
                    ? readMap(node, generic.getActualTypeArguments()[1], at)
                    : readList(node, generic.getActualTypeArguments()[0], fact, at);
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isRecord()) {
            return readRecord(node, raw, at);
        } else if (raw.isEnum()) {
            return readEnum(node, raw, at);
        } else if (raw == String.class) {
            return readText(node, fact, at);
        } else if (raw == LocalDate.class) {
            return readDate(node, at);
        } else if (raw == Boolean.class || raw == boolean.class) {
            return node.isBoolean() ? node.booleanValue() : wrongType(at, "true 或者 false");
        } else if (raw == JsonNode.class) {
            return node;
        }
        throw new IllegalStateException("no reading for " + raw);
    }

    private Object readRecord(JsonNode node, Class<?> type, String at) {
        if (!node.isObject()) {
            return wrongType(at, "对象 {…}");
        }
        RecordShape shape = RecordShape.of(type);
        for (Iterator<String> names = node.fieldNames(); names.hasNext() && !faults.isFull(); ) {
            String name = names.next();
            if (!shape.names().contains(name)) {
                unknownMember(at, name, shape.names());
            }
        }
        Object[] values = new Object[shape.components().size()];
        for (int i = 0; i < values.length; i++) {
            RecordShape.Component component = shape.components().get(i);
            String here = Fault.child(at, component.name());
            Object value = read(node.get(component.name()), component.type(), component.fact(), here);
            if (value == null && component.required() && !node.hasNonNull(component.name())) {
                add(here, "missing", "必须写明 " + component.name() + "。");
            }
            values[i] = value == null && component.flag() ? Boolean.FALSE : value;
        }
        return shape.make(values);
    }

    private List<Object> readList(JsonNode node, Type item, Fact fact, String at) {
        if (!node.isArray()) {
            return cast(wrongType(at, "列表 […]"));
        }
        List<Object> items = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            String here = Fault.child(at, Integer.toString(i));
            if (i >= longestList) {
                items.add(null);
            } else if (node.get(i).isNull()) {
                add(here, "null-item", "列表中不能有 null；不知道的项目请整项删去，整个列表都不知道时请不写该列表。");
                items.add(null);
            } else {
                items.add(read(node.get(i), item, fact, here));
            }
        }
        return items;
    }

    private Map<String, Object> readMap(JsonNode node, Type value, String at) {
        if (!node.isObject()) {
            return cast(wrongType(at, "对象 {…}"));
        }
        Map<String, Object> map = new LinkedHashMap<>();
        node.properties()
                .forEach(entry ->
                        map.put(entry.getKey(), read(entry.getValue(), value, null, Fault.child(at, entry.getKey()))));
        return map;
    }

    private Object readEnum(JsonNode node, Class<?> type, String at) {
        if (!node.isTextual()) {
            return wrongType(at, node.isNumber() ? "字符串，数字也要加引号" : "字符串");
        }
        String text = node.textValue();
        Optional<?> value = enumValue(type, text);
        if (value.isEmpty()) {
            List<String> allowed = Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name()
                            + (constant instanceof Labelled labelled ? "（" + labelled.label() + "）" : ""))
                    .toList();
            List<String> names = Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .toList();
            String near =
                    Nearest.to(text, names).map(name -> "是否想写 " + name + "？").orElse("");
            String sent = text.length() <= 40 ? "“" + text + "”" : "所给的值";
            add(
                    at,
                    "unknown-value",
                    sent + "不是可用的值；" + near + "可用的值：" + String.join("、", allowed)
                            + (Coded.class.isAssignableFrom(type) ? "，或者相应的国家标准代码。" : "。"));
        }
        return value.orElse(null);
    }

    /** The constant of an enum by its exact name or, where a national standard gives codes, by one of its codes. */
    public static Optional<?> enumValue(Class<?> type, String text) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(text)
                    || (constant instanceof Coded coded && coded.codes().contains(text))) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    private Object readText(JsonNode node, Fact fact, String at) {
        if (!node.isTextual()) {
            return wrongType(at, "字符串");
        }
        String text = node.textValue();
        if (fact != null && fact.kind() == ValueKind.DIVISION_CODE && !Formats.isDivisionCode(text)) {
            add(at, "bad-code", "区划代码应为六位数字（GB/T 2260），例如 371002；境外为 000000。");
            return null;
        }
        if (fact != null && fact.kind() == ValueKind.EDUCATION_LEVEL && !Formats.isEducationLevel(text)) {
            add(at, "bad-code", "学历代码应为 10 至 90 的两位数字（GB/T 4658），例如 21。");
            return null;
        }
        return text;
    }

    private Object readDate(JsonNode node, String at) {
        if (!node.isTextual()) {
            return wrongType(at, "形如 2024-05-01 的日期字符串");
        }
        Optional<LocalDate> date = Formats.date(node.textValue());
        if (date.isEmpty()) {
            add(at, "bad-date", "日期应写作 yyyy-MM-dd，并且是实际存在的日子，例如 2024-05-01。");
        }
        return date.orElse(null);
    }

    private Object wrongType(String at, String expected) {
        add(at, "wrong-type", "此处应为" + expected + "；不知道时请不写，或者写 null。");
        return null;
    }

    private void unknownMember(String object, String name, List<String> known) {
        String at = Fault.near(object, name);
        String what = at.equals(object) ? "此处有一个字段，名称太长，没有这样的字段。" : "没有这个字段。";
        Optional<String> near = Nearest.to(name, known);
        add(
                at,
                "unknown-field",
                what
                        + near.map(each -> "是否想写 " + each + "？")
                                .orElseGet(() -> "此处可用的字段：" + String.join("、", known) + "。"));
    }

    private void add(String pointer, String code, String message) {
        faults.add(new Fault(pointer, code, message));
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(Object value) {
        return (T) value;
    }
}

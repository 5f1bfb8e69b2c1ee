package luohu.language;

import java.util.List;
import java.util.Optional;
import luohu.binding.Formats;
import luohu.binding.Nearest;
import luohu.binding.RecordReader;
import luohu.facts.Facts;

/** The literals of rule files: texts in double quotes, whole numbers, true and false. */
final class Literals {

    private Literals() {}

    /** The value that a literal stands for; empty when the property cannot take it. */
    static Optional<Object> read(Property property, String text) {
        String quoted = quoted(text);
        Optional<?> value =
                switch (property.kind()) {
                    case BOOLEAN ->
                        text.equals("true") || text.equals("false")
                                ? Optional.of(text.equals("true"))
                                : Optional.empty();
                    case INTEGER -> text.matches("[0-9]{1,4}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
                    case DATE -> Optional.ofNullable(quoted).flatMap(Formats::date);
                    case ENUM -> quoted == null ? Optional.empty() : enumValue(property, quoted);
                    case DIVISION_CODE -> Optional.ofNullable(quoted).filter(Formats::isDivisionCode);
                    case EDUCATION_LEVEL -> Optional.ofNullable(quoted).filter(Formats::isEducationLevel);
                    case PERSON_ID, PERSON_IDS -> Optional.ofNullable(quoted).filter(Facts.SELF::equals);
                    case ID -> Optional.ofNullable(quoted);
                    case OBJECT, LIST -> Optional.empty();
                };
        return value.map(Object.class::cast);
    }

    /** Why a property cannot take a literal, and what it can take. */
    static String refusal(Property property, String text) {
        String why = text.equals("null") ? " 不能与 null 比较，不知道的情形由系统处理；" : " 不能取这个值；";
        return "属性 " + property.name() + why + allowed(property, quoted(text));
    }

    private static String quoted(String text) {
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : null;
    }

    private static Optional<?> enumValue(Property property, String name) {
        return RecordReader.enumValue(property.values().get(0).getClass(), name)
                .filter(value -> ((Enum<?>) value).name().equals(name));
    }

    private static String allowed(Property property, String given) {
        return switch (property.kind()) {
            case BOOLEAN -> "应为 true 或者 false。";
            case INTEGER -> "应为整数，不加引号。";
            case DATE -> "应为双引号括起的日期，例如 \"2021-01-01\"。";
            case ENUM -> {
                List<String> names = property.values().stream()
                        .map(each -> ((Enum<?>) each).name())
                        .toList();
                String near = given == null
                        ? ""
                        : Nearest.to(given, names)
                                .map(n -> "是否想写 \"" + n + "\"？")
                                .orElse("");
                yield near + "可用的值（用双引号括起）：" + String.join("、", names) + "。";
            }
            case DIVISION_CODE -> "应为双引号括起的六位区划代码，例如 \"371002\"。";
            case EDUCATION_LEVEL -> "应为双引号括起的两位学历代码，例如 \"21\"。";
            case PERSON_ID, PERSON_IDS -> "应为 \"SELF\"（申请人本人）或者 $变量.id。";
            default -> "应为双引号括起的文字。";
        };
    }
}

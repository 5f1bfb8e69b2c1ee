package luohu.handbook;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import luohu.facts.Coded;
import luohu.facts.DocumentCode;
import luohu.facts.FactPath;
import luohu.facts.FactSchema;
import luohu.facts.Labelled;
import luohu.facts.ValueKind;
import luohu.language.FactType;
import luohu.language.Operator;
import luohu.language.Property;
import luohu.language.Vocabulary;
import luohu.packages.PathwayKind;
import luohu.packages.PlaceOfRegistration;

/** The part of docs/事实一览.md that is read off the vocabulary: every type, property and value, in Markdown. */
final class FactsPage {

    private final FactSchema schema;
    private final Vocabulary vocabulary;
    private final StringBuilder page = new StringBuilder();

    private FactsPage(FactSchema schema, Vocabulary vocabulary) {
        this.schema = schema;
        this.vocabulary = vocabulary;
    }

    /** The generated part of the page. */
    static String of(FactSchema schema, Vocabulary vocabulary) {
        FactsPage page = new FactsPage(schema, vocabulary);
        page.kinds();
        vocabulary.types().forEach(page::type);
        page.unread();
        page.codes("途径的种类", "`package.yaml` 里 `kind` 的值。不同城市的途径按它对照。", PathwayKind.values());
        page.codes(
                "登记地", "`package.yaml` 里 `place`、`places` 的值，也是情形里 `registration` 的值。", PlaceOfRegistration.values());
        page.codes(
                "证件和材料",
                "`package.yaml` 里 `options` 的值，规则里 `@material` 的值，请求里 `documentsHeld` 的值。",
                DocumentCode.values());
        return page.page.toString();
    }

    private void kinds() {
        line("## 值的类别", "", "| 类别 | 规则里的值怎样写 | 可用的运算符 |", "| --- | --- | --- |");
        vocabulary.types().stream()
                .flatMap(type -> type.properties().stream())
                .map(Property::kind)
                .distinct()
                .sorted()
                .forEach(kind -> line("| " + name(kind) + " | " + literal(kind) + " | " + operators(kind) + " |"));
        line("");
    }

    private void type(FactType type) {
        line("## " + type.name() + "（" + type.subject() + "）", "");
        line(
                type.path().isEmpty() ? "不在请求里，是同一规则包里其他途径的结果。" : "请求里的位置：" + place(type) + "。",
                "",
                "| 属性 | 意思 | 类别 | 请求里的路径 |",
                "| --- | --- | --- | --- |");
        for (Property each : type.properties()) {
            String label = each.label().isEmpty() ? type.subject() : each.label();
            String meaning = each.no().isEmpty() ? label : label + "；false：" + each.no();
            line("| `" + each.name() + "` | " + meaning + " | " + name(each.kind()) + " | " + sources(each, type)
                    + " |");
        }
        line("");
        values(type);
    }

    /** Persons are the applicant and every relative; all other items stand in one place. */
    private static String place(FactType type) {
        return type.name().equals("Person")
                ? "`applicant` 和 `relatives[]`，申请人和每一名亲属各是一项"
                : "`" + type.path() + "`" + (type.isList() ? "，可以有几项" : "");
    }

    private static String sources(Property property, FactType type) {
        String read = property.sources().stream().map(each -> "`" + each + "`").collect(Collectors.joining("、"));
        boolean stated = property.sources().stream()
                .allMatch(each ->
                        each.endsWith("." + property.name()) || type.path().equals(each + "[]"));
        return stated ? read : "由 " + read + " 得出";
    }

    private void values(FactType type) {
        Map<List<? extends Labelled>, Set<String>> byValues = new LinkedHashMap<>();
        for (Property each : type.properties()) {
            if (!each.values().isEmpty()) {
                byValues.computeIfAbsent(each.values(), key -> new LinkedHashSet<>())
                        .add("`" + each.name() + "`");
            }
        }
        byValues.forEach((values, properties) -> {
            line(String.join("、", properties) + " 的值：", "");
            table(values);
        });
    }

    private void unread() {
        Set<String> read = vocabulary.types().stream()
                .flatMap(type -> Stream.concat(
                        Stream.of(type.path()), type.properties().stream().flatMap(each -> each.sources().stream())))
                .flatMap(path -> Stream.of(path, path.replaceFirst("\\[\\]$", "")))
                .collect(Collectors.toSet());
        line("## 规则不读的事实", "", "下列事实只用来互相指明是哪一项，或者只影响答复里的材料，规则里没有对应的属性。", "");
        line("| 请求里的路径 | 意思 |", "| --- | --- |");
        schema.paths().stream()
                .filter(each -> each.kind() != ValueKind.OBJECT && !read.contains(each.path()))
                .forEach(each -> line("| `" + each.path() + "` | " + meaning(each) + " |"));
        line("");
    }

    private static String meaning(FactPath fact) {
        return fact.fullLabel() + (fact.no().isEmpty() ? "" : "；false：" + fact.no());
    }

    private void codes(String title, String where, Labelled... values) {
        line("## " + title, "", where, "");
        table(Arrays.asList(values));
    }

    private void table(List<? extends Labelled> values) {
        boolean coded = values.get(0) instanceof Coded;
        line(coded ? "| 值 | 意思 | 国家标准代码 |" : "| 值 | 意思 |", coded ? "| --- | --- | --- |" : "| --- | --- |");
        for (Labelled each : values) {
            String codes = each instanceof Coded standard ? " " + String.join("、", standard.codes()) + " |" : "";
            line("| `" + ((Enum<?>) each).name() + "` | " + each.label() + " |" + codes);
        }
        line("");
    }

    private void line(String... lines) {
        for (String each : lines) {
            page.append(each).append('\n');
        }
    }

    private static String operators(ValueKind kind) {
        return Arrays.stream(Operator.values())
                .filter(each -> each.fits(kind))
                .map(each -> "`" + each.symbol() + "`")
                .collect(Collectors.joining(" "));
    }

    private static String name(ValueKind kind) {
        return switch (kind) {
            case BOOLEAN -> "是否";
            case DATE -> "日期";
            case ENUM -> "选项";
            case DIVISION_CODE -> "区划代码";
            case EDUCATION_LEVEL -> "学历代码";
            case ID -> "代码";
            case PERSON_ID -> "一个人";
            case PERSON_IDS -> "名单";
            case INTEGER -> "整数";
            case OBJECT -> "一组事实";
            case LIST -> "列表";
        };
    }

    private static String literal(ValueKind kind) {
        return switch (kind) {
            case BOOLEAN -> "`true` 或者 `false`，不加引号";
            case DATE -> "`\"2026-01-01\"`";
            case ENUM -> "`\"OWNED\"`；值列在各类事实之下";
            case DIVISION_CODE -> "`\"990102\"`，六位，GB/T 2260";
            case EDUCATION_LEVEL -> "`\"21\"`，两位，GB/T 4658";
            case ID -> "`\"own-home\"`，途径的代码";
            case PERSON_ID, PERSON_IDS -> "`\"SELF\"`（申请人）或者 `$变量.id`";
            case INTEGER -> "`6`，不加引号";
            case OBJECT, LIST -> "";
        };
    }
}

package luohu.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import luohu.facts.FactPath;
import luohu.facts.FactSchema;
import luohu.facts.Facts;
import luohu.facts.Labelled;
import luohu.facts.ValueKind;

/**
 * Facts that differ from given ones by a single edit: a fact changed, made known or unknown, an item of a list added,
 * repeated or taken away. Only facts that matter to a rule are touched.
 */
final class Neighbours {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Codes of GB/T 4658 on either side of what documents ask for: 专科, 本科, 中专, 高中. */
    private static final List<String> LEVELS = List.of("21", "31", "41", "61");

    private final FactSchema schema;
    private final Set<String> reads;
    private final List<String> divisions;
    private final Set<String> days = new TreeSet<>();

    /**
     * @param schema the facts there are
     * @param reads the paths that matter
     * @param cityCode the city
     * @param date the effective date, around which days are chosen
     * @param literals days that the rule names
     */
    Neighbours(FactSchema schema, Set<String> reads, String cityCode, LocalDate date, List<LocalDate> literals) {
        this.schema = schema;
        this.reads = reads;
        this.divisions = List.of(cityCode.substring(0, 4) + "02", cityCode.startsWith("1301") ? "110105" : "130102");
        List<LocalDate> centres = new ArrayList<>(literals);
        centres.add(date.minusYears(18));
        centres.add(date.minusMonths(6));
        for (LocalDate centre : centres) {
            days.add(centre.minusDays(1).toString());
            days.add(centre.toString());
            days.add(centre.plusDays(1).toString());
        }
        days.add(date.minusYears(30).toString());
    }

    /** Hands every neighbour of the facts to {@code found}. */
    void of(JsonNode facts, Consumer<JsonNode> found) {
        members((ObjectNode) facts, "", persons(facts), changed -> found.accept(changed));
    }

    private static List<String> persons(JsonNode facts) {
        List<String> persons = new ArrayList<>(List.of(Facts.SELF));
        facts.path("relatives").forEach(each -> {
            if (each.hasNonNull("id")) {
                persons.add(each.get("id").textValue());
            }
        });
        return persons;
    }

    private boolean matters(String path) {
        return reads.stream()
                .anyMatch(read -> read.equals(path) || read.startsWith(path + ".") || read.startsWith(path + "[]"));
    }

    /** Every object that differs from {@code object} in one member. */
    private void members(ObjectNode object, String prefix, List<String> persons, Consumer<JsonNode> found) {
        for (FactPath fact : schema.paths()) {
            boolean child = fact.path().equals(prefix + fact.name());
            if (child && matters(fact.path())) {
                JsonNode value = object.get(fact.name());
                values(value, fact, persons, changed -> {
                    ObjectNode copy = object.deepCopy();
                    if (changed == null) {
                        copy.remove(fact.name());
                    } else {
                        copy.set(fact.name(), changed);
                    }
                    found.accept(copy);
                });
            }
        }
    }

    private void values(JsonNode value, FactPath fact, List<String> persons, Consumer<JsonNode> found) {
        if (value != null) {
            found.accept(null);
        }
        if (fact.kind() == ValueKind.OBJECT) {
            members(value == null ? NODES.objectNode() : (ObjectNode) value, fact.path() + ".", persons, found);
        } else if (fact.kind() == ValueKind.LIST && fact.values().isEmpty()) {
            items(value == null ? NODES.arrayNode() : (ArrayNode) value, fact, persons, found);
        } else {
            for (JsonNode each : candidates(fact, persons)) {
                if (!each.equals(value)) {
                    found.accept(each);
                }
            }
        }
    }

    private void items(ArrayNode list, FactPath fact, List<String> persons, Consumer<JsonNode> found) {
        for (int i = 0; i < list.size(); i++) {
            int index = i;
            found.accept(edited(list, copy -> {
                copy.remove(index);
                return copy;
            }));
            members(
                    (ObjectNode) list.get(i),
                    fact.path() + "[].",
                    persons,
                    changed -> found.accept(edited(list, copy -> {
                        copy.set(index, changed);
                        return copy;
                    })));
        }
        found.accept(edited(list, copy -> copy.add(blank(fact, persons))));
        members(
                blank(fact, persons),
                fact.path() + "[].",
                persons,
                changed -> found.accept(edited(list, copy -> {
                    copy.add(changed);
                    return copy;
                })));
    }

    /** A new relative can be pointed at. */
    private static ObjectNode blank(FactPath fact, List<String> persons) {
        ObjectNode blank = NODES.objectNode();
        return fact.path().equals("relatives") ? blank.put("id", "r" + persons.size()) : blank;
    }

    private static ArrayNode edited(ArrayNode list, UnaryOperator<ArrayNode> edit) {
        return edit.apply(list.deepCopy());
    }

    private List<JsonNode> candidates(FactPath fact, List<String> persons) {
        return switch (fact.kind()) {
            case BOOLEAN -> List.of(NODES.booleanNode(true), NODES.booleanNode(false));
            case DATE -> texts(days);
            case DIVISION_CODE -> texts(divisions);
            case EDUCATION_LEVEL -> texts(LEVELS);
            case ENUM -> texts(names(fact.values()));
            case PERSON_ID -> texts(persons);
            case LIST -> lists(names(fact.values()));
            case PERSON_IDS -> lists(persons);
            default -> List.of();
        };
    }

    private static List<String> names(List<? extends Labelled> values) {
        return values.stream().map(each -> ((Enum<?>) each).name()).toList();
    }

    private static List<JsonNode> texts(Iterable<String> values) {
        List<JsonNode> nodes = new ArrayList<>();
        values.forEach(each -> nodes.add(NODES.textNode(each)));
        return nodes;
    }

    /** The empty list, and each list of one. */
    private static List<JsonNode> lists(List<String> values) {
        List<JsonNode> lists = new ArrayList<>(List.of(NODES.arrayNode()));
        values.forEach(each -> lists.add(NODES.arrayNode().add(each)));
        return lists;
    }
}

package luohu.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import luohu.binding.RecordReader;
import luohu.facts.Facts;
import luohu.language.Atom;
import luohu.language.Case;
import luohu.language.FactType;
import luohu.language.Formula;
import luohu.language.Item;
import luohu.language.Property;
import luohu.language.Vocabulary;

/**
 * Every case that conditions on one item can tell apart: all combinations of representative values of the facts they read,
 * bound as a request would be, on every day that makes a difference.
 */
final class Worlds {

    /** More combinations than this are not tried. */
    private static final int MOST = 3_000;

    /** How many lists of cases are kept for the next question about the same facts. */
    private static final int KEPT = 16;

    /** Whether an item is the applicant or a relative, where it can be both; else the only kind there is. */
    enum Kind {
        ONLY,
        APPLICANT,
        RELATIVE
    }

    /**
     * One item in one case.
     *
     * @param item the item
     * @param context its case
     */
    record World(Item item, Case context) {}

    /**
     * What decides which cases there are.
     *
     * @param type the type of the item
     * @param kind its kind
     * @param combinations the values to combine, by day
     */
    private record Choice(FactType type, Kind kind, Map<LocalDate, Map<String, List<JsonNode>>> combinations) {}

    private final Vocabulary vocabulary;
    private final Map<Choice, List<World>> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Choice, List<World>> eldest) {
            return size() > KEPT;
        }
    };
    private final Values values;
    private final String cityCode;

    Worlds(Vocabulary vocabulary, Values values, String cityCode) {
        this.vocabulary = vocabulary;
        this.values = values;
        this.cityCode = cityCode;
    }

    /** The kinds of items of a type. */
    List<Kind> kinds(FactType type) {
        return type == vocabulary.type("Person") ? List.of(Kind.APPLICANT, Kind.RELATIVE) : List.of(Kind.ONLY);
    }

    /** The facts that a condition reads, of an item of a kind. */
    Set<String> facts(Formula condition, Kind kind) {
        Set<String> facts = new LinkedHashSet<>();
        for (Atom atom : Formulas.atoms(List.of(condition))) {
            facts.addAll(sources(atom.property(), kind));
            if (atom.isJoin()) {
                facts.addAll(sources(atom.otherProperty(), kind));
            }
        }
        return facts;
    }

    /**
     * Every case that the conditions can tell apart; empty when there are too many.
     *
     * @param unknowns whether facts may be unknown as well
     */
    Optional<List<World>> of(FactType type, Kind kind, List<Formula> conditions, boolean unknowns) {
        List<Atom> atoms = Formulas.atoms(conditions);
        Set<String> facts = new LinkedHashSet<>();
        conditions.forEach(each -> facts.addAll(facts(each, kind)));
        Map<LocalDate, Map<String, List<JsonNode>>> combinations = new LinkedHashMap<>();
        long size = 0;
        for (LocalDate day : values.days(atoms)) {
            Map<String, List<JsonNode>> choices = new LinkedHashMap<>();
            long product = 1;
            for (String fact : facts) {
                List<JsonNode> all = new ArrayList<>(values.of(fact, atoms, day));
                if (unknowns) {
                    all.add(NullNode.instance);
                }
                choices.put(fact, all);
                product = Math.min(product * all.size(), MOST + 1L);
            }
            combinations.put(day, choices);
            size += product;
            if (size > MOST) {
                return Optional.empty();
            }
        }
        return Optional.of(kept.computeIfAbsent(new Choice(type, kind, combinations), this::worlds));
    }

    private List<World> worlds(Choice choice) {
        List<World> worlds = new ArrayList<>();
        choice.combinations().forEach((day, choices) -> {
            List<Map<String, JsonNode>> combinations = List.of(Map.of());
            for (Map.Entry<String, List<JsonNode>> fact : choices.entrySet()) {
                combinations = combined(combinations, fact.getKey(), fact.getValue());
            }
            combinations.forEach(each -> worlds.add(world(choice.type(), choice.kind(), each, day)));
        });
        return worlds;
    }

    /** Of a person, either the applicant's facts or a relative's are read. */
    private static List<String> sources(Property property, Kind kind) {
        return property.sources().stream()
                .filter(each -> kind != Kind.APPLICANT || !each.startsWith("relatives[]"))
                .filter(each -> kind != Kind.RELATIVE || !each.startsWith("applicant."))
                .toList();
    }

    private static List<Map<String, JsonNode>> combined(
            List<Map<String, JsonNode>> combinations, String fact, List<JsonNode> choices) {
        List<Map<String, JsonNode>> all = new ArrayList<>();
        for (Map<String, JsonNode> combination : combinations) {
            for (JsonNode choice : choices) {
                Map<String, JsonNode> with = new LinkedHashMap<>(combination);
                with.put(fact, choice);
                all.add(with);
            }
        }
        return all;
    }

    private World world(FactType type, Kind kind, Map<String, JsonNode> values, LocalDate day) {
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        if (type.isList() && kind != Kind.APPLICANT && type != vocabulary.type("Talent")) {
            owner(facts, type.path() + ".x");
        }
        values.forEach((path, value) -> owner(facts, path).set(path.substring(path.lastIndexOf('.') + 1), value));
        Facts read = new RecordReader().read(facts, Facts.class);
        Case context = new Case(vocabulary, read, cityCode, day);
        List<Item> items = context.items(type);
        return new World(items.get(kind == Kind.RELATIVE ? items.size() - 1 : 0), context);
    }

    /** The object that holds the last part of a path; lists on the way get one item. */
    private static ObjectNode owner(ObjectNode facts, String path) {
        ObjectNode owner = facts;
        String[] parts = path.split("\\.");
        for (int i = 0; i < parts.length - 1; i++) {
            if (parts[i].endsWith("[]")) {
                ArrayNode list = owner.withArray(parts[i].substring(0, parts[i].length() - 2));
                owner = list.isEmpty() ? list.addObject() : (ObjectNode) list.get(0);
            } else {
                JsonNode inner = owner.get(parts[i]);
                owner = inner == null ? owner.putObject(parts[i]) : (ObjectNode) inner;
            }
        }
        return owner;
    }
}

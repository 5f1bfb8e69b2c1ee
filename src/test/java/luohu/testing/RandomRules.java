package luohu.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import luohu.facts.ValueKind;
import luohu.language.FactType;
import luohu.language.Property;

/**
 * Random rules over the vocabulary, as the text of a rule file, the same for the same seed: patterns with and without
 * constraints, joined with each other, under and beside {@code not}, {@code exists} and {@code or} at any depth.
 */
public final class RandomRules {

    /** The pathways whose outcomes random rules ask for. */
    public static final List<String> PATHWAYS = List.of("p0", "p1", "p2");

    /**
     * What a constraint may refer to.
     *
     * @param name the variable
     * @param type what the pattern matches
     * @param property the property bound; null for the item itself
     */
    private record Variable(String name, FactType type, Property property) {}

    private static final List<String> MANY_ITEMS =
            List.of("Person", "Relative", "Home", "Job", "Homestead", "Study", "Talent", "Insurance");

    private final Random random;
    private int variables;

    private RandomRules(Random random) {
        this.random = random;
    }

    /** A rule file. */
    public static String file(long seed, int rules) {
        RandomRules writer = new RandomRules(new Random(seed * 0x9E3779B97F4A7C15L));
        return IntStream.range(0, rules).mapToObj(writer::rule).collect(Collectors.joining("\n"));
    }

    private String rule(int number) {
        List<Variable> scope = new ArrayList<>();
        String conditions = lines(1 + random.nextInt(3), 2, scope);
        List<String> persons = scope.stream()
                .filter(each -> each.property() == null && each.type().property("id") != null)
                .map(Variable::name)
                .toList();
        String person = persons.isEmpty() || random.nextBoolean() ? "" : pick(persons);
        return "rule \"" + number + "\"\n    @pathway(\"random\")\nwhen\n" + conditions + "\nthen\n    matched("
                + person + ");\nend\n";
    }

    private String lines(int count, int depth, List<Variable> scope) {
        return IntStream.range(0, count)
                .mapToObj(each -> "    " + element(depth, scope))
                .collect(Collectors.joining("\n"));
    }

    /** A part of a left-hand side; what it binds is added to the scope. */
    private String element(int depth, List<Variable> scope) {
        return switch (random.nextInt(depth == 0 ? 7 : 12)) {
            case 0, 1, 2, 3, 4 -> pattern(scope);
            case 5 -> "not " + pattern(new ArrayList<>(scope));
            case 6 -> "exists " + pattern(new ArrayList<>(scope));
            case 7, 8 -> "not( " + conjunction(depth - 1, new ArrayList<>(scope)) + " )";
            case 9 -> "exists( " + conjunction(depth - 1, new ArrayList<>(scope)) + " )";
            default -> "( " + some(2, () -> conjunction(depth - 1, new ArrayList<>(scope)), " or ") + " )";
        };
    }

    private String conjunction(int depth, List<Variable> scope) {
        String parts = some(random.nextInt(3) == 0 ? 1 : 2, () -> element(depth, scope), " and ");
        return "( " + parts + " )";
    }

    private String pattern(List<Variable> scope) {
        if (random.nextInt(10) == 0) {
            return "Pathway( code == \"" + pick(PATHWAYS) + "\", holds == " + random.nextBoolean() + " )";
        }
        FactType type = Bundled.VOCABULARY.type(pick(MANY_ITEMS));
        if (random.nextInt(4) == 0) {
            type = pick(Bundled.VOCABULARY.types().stream()
                    .filter(each -> each != Bundled.VOCABULARY.pathway())
                    .toList());
        }
        List<String> constraints = new ArrayList<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            constraints.add(constraint(type, scope));
        }
        List<Variable> bound = new ArrayList<>();
        if (random.nextInt(8) == 0) {
            Property property = pick(properties(type));
            bound.add(new Variable("$v" + variables++, type, property));
            constraints.add(bound.get(0).name() + " : " + property.name());
        }
        String binding = "";
        if (random.nextInt(3) > 0) {
            bound.add(new Variable("$v" + variables++, type, null));
            binding = bound.get(bound.size() - 1).name() + " : ";
        }
        scope.addAll(bound);
        return binding + type.name() + "( " + String.join(", ", constraints) + " )";
    }

    private String constraint(FactType type, List<Variable> scope) {
        return switch (random.nextInt(8)) {
            case 0 -> some(2, () -> comparison(type, scope), " || ");
            case 1 -> "(" + some(2, () -> comparison(type, scope), " || ") + ") && " + comparison(type, scope);
            case 2 -> some(2, () -> comparison(type, scope), " && ") + " || " + comparison(type, scope);
            default -> comparison(type, scope);
        };
    }

    private String comparison(FactType type, List<Variable> scope) {
        List<String> same = scope.stream()
                .filter(each -> each.type() == type && each.property() == null)
                .map(each -> "this == " + each.name())
                .toList();
        if (!same.isEmpty() && random.nextInt(4) == 0) {
            return pick(same);
        }
        if (random.nextBoolean()) {
            List<String> joins = properties(type).stream()
                    .flatMap(property -> joins(property, scope).stream())
                    .toList();
            if (!joins.isEmpty()) {
                return pick(joins);
            }
        }
        Property property = pick(properties(type));
        return property.name()
                + switch (property.kind()) {
                    case BOOLEAN -> pick(List.of(" == ", " == ", " != ")) + random.nextBoolean();
                    case INTEGER -> order() + pick(List.of(5, 6, 7));
                    case DATE ->
                        order() + "\"" + pick(List.of("2003-02-28", "2006-05-01", "2021-01-01", "2023-11-01")) + "\"";
                    case DIVISION_CODE -> equality() + "\"" + pick(List.of("371002", "000000")) + "\"";
                    case EDUCATION_LEVEL -> equality() + "\"21\"";
                    case PERSON_ID -> equality() + "\"SELF\"";
                    case PERSON_IDS -> containment() + "\"SELF\"";
                    default -> membership(property);
                };
    }

    private String membership(Property property) {
        Supplier<String> value = () -> "\"" + ((Enum<?>) pick(property.values())).name() + "\"";
        return random.nextBoolean()
                ? equality() + value.get()
                : pick(List.of(" in (", " not in (")) + some(2, value, ", ") + ")";
    }

    /** Every comparison of a property with something bound before. */
    private List<String> joins(Property property, List<Variable> scope) {
        List<String> joins = new ArrayList<>();
        for (Variable variable : scope) {
            List<Property> others =
                    variable.property() == null ? properties(variable.type()) : List.of(variable.property());
            for (Property other : others) {
                String reference = variable.name() + (variable.property() == null ? "." + other.name() : "");
                if (property.kind() == ValueKind.PERSON_IDS && other.kind() == ValueKind.PERSON_ID) {
                    joins.add(property.name() + containment() + reference);
                } else if (property.kind() == other.kind()
                        && property.kind() != ValueKind.PERSON_IDS
                        && property.values().equals(other.values())) {
                    boolean ordered = property.kind() == ValueKind.DATE || property.kind() == ValueKind.INTEGER;
                    joins.add(property.name() + (ordered ? order() : equality()) + reference);
                }
            }
        }
        // Mostly by id, as real rules join.
        List<String> byId = joins.stream().filter(each -> each.endsWith(".id")).toList();
        return byId.isEmpty() || random.nextInt(3) == 0 ? joins : byId;
    }

    private List<Property> properties(FactType type) {
        return List.copyOf(type.properties());
    }

    private String equality() {
        return pick(List.of(" == ", " == ", " != "));
    }

    private String order() {
        return pick(List.of(" == ", " >= ", " > ", " <= ", " < ", " != "));
    }

    private String containment() {
        return pick(List.of(" contains ", " contains ", " not contains "));
    }

    private String some(int least, Supplier<String> part, String separator) {
        return IntStream.range(0, least + random.nextInt(2))
                .mapToObj(each -> part.get())
                .collect(Collectors.joining(separator));
    }

    private <T> T pick(List<? extends T> from) {
        return from.get(random.nextInt(from.size()));
    }
}

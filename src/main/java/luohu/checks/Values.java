package luohu.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import luohu.facts.FactPath;
import luohu.facts.FactSchema;
import luohu.facts.Facts;
import luohu.facts.ValueKind;
import luohu.language.Atom;
import luohu.language.Property;
import luohu.language.Vocabulary;

/** For each fact, values that stand for all those which conditions cannot tell apart. */
final class Values {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    /** Somebody who is not the applicant. */
    private static final String SOMEBODY = "r";

    private final FactSchema schema;
    private final String cityCode;
    private final LocalDate from;
    private final LocalDate to;

    /**
     * @param schema the facts
     * @param cityCode the city's six-digit code
     * @param from the first day the conditions are asked on
     * @param to the last; null for no end
     */
    Values(FactSchema schema, String cityCode, LocalDate from, LocalDate to) {
        this.schema = schema;
        this.cityCode = cityCode;
        this.from = from;
        this.to = to == null ? LAST_DAY : to;
    }

    /** The days on which comparisons can come out differently: first and last, and those that dates and periods lead to. */
    List<LocalDate> days(List<Atom> atoms) {
        if (atoms.stream().noneMatch(this::dependsOnDay)) {
            return List.of(from);
        }
        Set<LocalDate> days = new TreeSet<>(List.of(from, to));
        for (LocalDate date : dates(atoms)) {
            for (int months : periods(atoms)) {
                days.addAll(around(date.plusMonths(months), 1));
            }
        }
        return days.stream()
                .filter(day -> !day.isBefore(from) && !day.isAfter(to))
                .toList();
    }

    /** The values of a fact that comparisons can tell apart, as a request writes them. */
    List<JsonNode> of(String path, List<Atom> atoms, LocalDate day) {
        FactPath fact = schema.at(path);
        if (!fact.values().isEmpty()) {
            Stream<JsonNode> names = fact.values().stream().map(value -> NODES.textNode(((Enum<?>) value).name()));
            return fact.kind() == ValueKind.LIST
                    ? names.map(name -> (JsonNode) NODES.arrayNode().add(name)).toList()
                    : names.toList();
        }
        return switch (fact.kind()) {
            case BOOLEAN -> List.of(NODES.booleanNode(true), NODES.booleanNode(false));
            case DIVISION_CODE -> texts(divisions(atoms));
            case EDUCATION_LEVEL ->
                texts(IntStream.rangeClosed(10, 90).mapToObj(Integer::toString).toList());
            case DATE -> texts(dates(atoms, day));
            case ID -> texts(List.of(SOMEBODY));
            case PERSON_ID -> texts(List.of(Facts.SELF, SOMEBODY));
            case PERSON_IDS ->
                List.of(persons(), persons(Facts.SELF), persons(SOMEBODY), persons(Facts.SELF, SOMEBODY));
            default -> throw new IllegalStateException("no values for " + path);
        };
    }

    /** Places in the city, outside it and outside the mainland, beside those that are named. */
    private List<String> divisions(List<Atom> atoms) {
        Set<String> codes = new TreeSet<>(List.of("000000"));
        literals(atoms, ValueKind.DIVISION_CODE).forEach(code -> codes.add((String) code));
        String city = cityCode.substring(0, 4);
        String elsewhere = city.startsWith("11") ? "1201" : "1101";
        for (String prefix : List.of(city, elsewhere)) {
            IntStream.range(1, 100)
                    .mapToObj(district -> String.format("%s%02d", prefix, district))
                    .filter(code -> !codes.contains(code))
                    .findFirst()
                    .ifPresent(codes::add);
        }
        return List.copyOf(codes);
    }

    private Collection<LocalDate> dates(List<Atom> atoms, LocalDate day) {
        Set<LocalDate> dates = new TreeSet<>();
        dates(atoms).forEach(date -> dates.addAll(around(date, 1)));
        // The last days of months clamp, so a boundary may lie up to three days further on.
        periods(atoms).forEach(months -> dates.addAll(around(day.minusMonths(months), 4)));
        return dates.isEmpty() ? List.of(day) : dates;
    }

    private boolean dependsOnDay(Atom atom) {
        return isPeriod(atom.property()) || (atom.isJoin() && isPeriod(atom.otherProperty()));
    }

    private boolean isPeriod(Property property) {
        return property.kind() != ValueKind.DATE
                && property.sources().stream().map(schema::at).anyMatch(fact -> fact.kind() == ValueKind.DATE);
    }

    private static List<LocalDate> dates(List<Atom> atoms) {
        return literals(atoms, ValueKind.DATE).map(LocalDate.class::cast).toList();
    }

    /** How many months before the day a date makes a difference. */
    private List<Integer> periods(List<Atom> atoms) {
        Set<Integer> months = new TreeSet<>();
        literals(atoms, ValueKind.INTEGER).map(Integer.class::cast).forEach(each -> {
            months.add(each);
            months.add(each + 1);
        });
        if (atoms.stream().anyMatch(each -> each.property().kind() == ValueKind.BOOLEAN && dependsOnDay(each))) {
            months.add(Vocabulary.ADULT_YEARS * 12);
        }
        return List.copyOf(months);
    }

    private static Stream<Object> literals(List<Atom> atoms, ValueKind kind) {
        return atoms.stream().filter(atom -> atom.property().kind() == kind).flatMap(atom -> atom.literals().stream());
    }

    private static List<LocalDate> around(LocalDate date, int after) {
        return IntStream.rangeClosed(-1, after)
                .mapToObj(date::plusDays)
                .filter(each -> each.getYear() > 0 && each.getYear() <= LAST_DAY.getYear())
                .toList();
    }

    private static List<JsonNode> texts(Collection<?> values) {
        return values.stream()
                .map(value -> (JsonNode) NODES.textNode(value.toString()))
                .toList();
    }

    private static JsonNode persons(String... ids) {
        var list = NODES.arrayNode();
        Stream.of(ids).forEach(list::add);
        return list;
    }
}

package luohu.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import luohu.facts.Facts;
import luohu.facts.Relative;

/** Makes up facts where none are given, by the types of the contract's records. */
final class Invention {

    /** Whether an item names its holders or worker is no question: where it does not, it means the applicant. */
    private static final List<String> DEFAULTED = List.of("holderIds", "workerId");

    private static final int[] SIZES = {0, 0, 1, 1, 1, 1, 2, 2, 3, 3};
    private static final List<String> LEVELS = List.of("21", "31", "41", "47");

    private final Random random;
    private final String cityPrefix;
    private final List<LocalDate> days;
    private final int longestList;
    private final List<String> persons = new ArrayList<>(List.of(Facts.SELF));
    private int relatives;

    /**
     * @param random where choices come from
     * @param cityCode the city most places lie in
     * @param date the effective date, around which days are chosen
     * @param longestList how many items a list that was absent may get
     */
    Invention(Random random, String cityCode, LocalDate date, int longestList) {
        this.random = random;
        this.cityPrefix = cityCode.substring(0, 4);
        this.longestList = longestList;
        LocalDate adult = date.minusYears(18);
        LocalDate halfYear = date.minusMonths(6);
        LocalDate moves = LocalDate.of(2021, 1, 1);
        this.days = List.of(
                adult.minusDays(1),
                adult,
                adult.plusDays(1),
                halfYear.minusDays(1),
                halfYear,
                halfYear.plusDays(1),
                moves.minusDays(1),
                moves,
                moves.plusDays(1),
                LocalDate.of(2004, 2, 29),
                LocalDate.of(2023, 8, 31),
                date.minusYears(30),
                date.minusYears(3),
                date);
    }

    /** The facts with what is unknown made up wherever {@code known} says so; null stands for nothing given. */
    Facts fill(Facts facts, Predicate<String> known) {
        if (facts != null && facts.relatives() != null) {
            facts.relatives().stream()
                    .map(Relative::id)
                    .filter(id -> id != null)
                    .forEach(persons::add);
        }
        return (Facts) record(Facts.class, facts, "", known);
    }

    private Object record(Class<?> type, Object given, String prefix, Predicate<String> known) {
        Object[] values = Component.of(type).stream()
                .map(each -> component(each, given, prefix + each.name(), known))
                .toArray();
        // A record of which nothing is known and a record that is absent say the same; both occur.
        boolean container = given == null && !prefix.isEmpty() && !prefix.endsWith("[].");
        boolean absent = container && Arrays.stream(values).allMatch(Objects::isNull) && random.nextBoolean();
        return absent ? null : Component.create(type, values);
    }

    private Object component(Component component, Object owner, String path, Predicate<String> known) {
        Object given = component.in(owner);
        if (component.type().isRecord()) {
            return record(component.type(), given, path + ".", known);
        } else if (component.name().equals("id")) {
            return owner != null ? given : component.owner() == Relative.class ? relativeId(known) : null;
        } else if (DEFAULTED.contains(component.name()) && owner != null) {
            return given;
        } else if (component.item() != null) {
            return list(component.item(), (List<?>) given, path, known);
        }
        return given == null && known.test(path) ? invented(component) : given;
    }

    private List<?> list(Class<?> item, List<?> given, String path, Predicate<String> known) {
        if (given != null) {
            return item.isRecord()
                    ? given.stream()
                            .map(each -> record(item, each, path + "[].", known))
                            .toList()
                    : given;
        } else if (!known.test(path)) {
            return null;
        }
        List<Object> items = new ArrayList<>();
        int size = Math.min(longestList, SIZES[random.nextInt(SIZES.length)]);
        for (int i = 0; i < size; i++) {
            if (item.isRecord()) {
                items.add(record(item, null, path + "[].", known));
            } else {
                items.add(item == String.class ? person() : constant(item));
            }
        }
        return items;
    }

    private Object invented(Component component) {
        Class<?> type = component.type();
        if (type == Boolean.class) {
            return random.nextInt(5) < 3;
        } else if (type == LocalDate.class) {
            return days.get(random.nextInt(days.size()));
        } else if (type.isEnum()) {
            return constant(type);
        }
        return switch (component.kind()) {
            case DIVISION_CODE -> division();
            case EDUCATION_LEVEL -> level();
            case PERSON_ID -> person();
            default -> throw new IllegalStateException("cannot make up " + component);
        };
    }

    private String level() {
        return random.nextBoolean() ? LEVELS.get(random.nextInt(LEVELS.size())) : "" + (10 + random.nextInt(81));
    }

    private String division() {
        return switch (random.nextInt(10)) {
            case 0 -> "000000";
            case 1 -> "130102";
            case 2 -> cityPrefix.substring(0, 3) + (cityPrefix.charAt(3) == '9' ? '8' : '9') + "02";
            default -> cityPrefix + "02";
        };
    }

    /** The applicant half of the time, else anybody. */
    private String person() {
        return random.nextBoolean() ? Facts.SELF : persons.get(random.nextInt(persons.size()));
    }

    private String relativeId(Predicate<String> known) {
        if (!known.test("relatives[].id")) {
            return null;
        }
        persons.add("r" + relatives);
        return "r" + relatives++;
    }

    /** The first constants of an enum are those that documents speak of most. */
    private Object constant(Class<?> type) {
        Object[] constants = type.getEnumConstants();
        int any = random.nextInt(constants.length);
        return constants[random.nextInt(3) == 0 ? any : Math.min(any, random.nextInt(constants.length))];
    }
}

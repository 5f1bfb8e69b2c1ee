package luohu.language;

import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** The ways properties are read; combinations follow Kleene, in their value as in what they miss. */
final class Readings {

    private Readings() {}

    /** A fact of the contract, taken from the record behind the item. */
    static Reading raw(String path, Function<Object, Object> accessor) {
        return new Reading() {
            @Override
            public Object value(Item item) {
                Object data = item.data();
                return data == null ? null : accessor.apply(data);
            }

            @Override
            public void missing(Item item, Consumer<String> paths) {
                item.missing(path, paths);
            }

            @Override
            public void turns(Item item, Horizon horizon) {
                // a fact is what it is on any day
            }
        };
    }

    /** A fact that defaults to a value wherever the item itself is given. */
    static Reading withDefault(Reading reading, Object value) {
        return new Reading() {
            @Override
            public Object value(Item item) {
                Object given = reading.value(item);
                return given == null && item.data() != null ? value : given;
            }

            @Override
            public void missing(Item item, Consumer<String> paths) {
                reading.missing(item, paths);
            }

            @Override
            public void turns(Item item, Horizon horizon) {
                reading.turns(item, horizon);
            }
        };
    }

    /** Whether a division lies in the city, once it is known. */
    static Reading inCity(Reading division) {
        return new Reading() {
            @Override
            public Object value(Item item) {
                Object code = division.value(item);
                return code == null ? null : item.context().inCity((String) code);
            }

            @Override
            public void missing(Item item, Consumer<String> paths) {
                division.missing(item, paths);
            }

            @Override
            public void turns(Item item, Horizon horizon) {
                division.turns(item, horizon);
            }
        };
    }

    /** What follows from a day and the effective date, once the day is known. */
    static Reading dated(Reading day, DatedTerm term) {
        return new Reading() {
            @Override
            public Object value(Item item) {
                Object known = day.value(item);
                return known == null ? null : item.context().onDate(term, (LocalDate) known);
            }

            @Override
            public void missing(Item item, Consumer<String> paths) {
                day.missing(item, paths);
            }

            @Override
            public void turns(Item item, Horizon horizon) {
                Object known = day.value(item);
                if (known != null) {
                    term.turns((LocalDate) known, item, horizon);
                }
            }
        };
    }

    /** What follows from one fact, on any day, once it is known. */
    static Reading derived(Reading reading, Function<Object, Object> function) {
        return new Reading() {
            @Override
            public Object value(Item item) {
                Object value = reading.value(item);
                return value == null ? null : function.apply(value);
            }

            @Override
            public void missing(Item item, Consumer<String> paths) {
                reading.missing(item, paths);
            }

            @Override
            public void turns(Item item, Horizon horizon) {
                reading.turns(item, horizon.ofEveryChange());
            }
        };
    }

    /** Whether one fact passes a test, once it is known. */
    static Reading test(Reading reading, Predicate<Object> test) {
        return derived(reading, test::test);
    }

    /** Whether one fact is a certain value. */
    static Reading is(Reading reading, Object value) {
        return test(reading, value::equals);
    }

    /** The same asked of the applicant, whatever the item. */
    static Reading ofApplicant(Reading reading) {
        return new Reading() {
            @Override
            public Object value(Item item) {
                return reading.value(item.context().applicant());
            }

            @Override
            public void missing(Item item, Consumer<String> paths) {
                reading.missing(item.context().applicant(), paths);
            }

            @Override
            public void turns(Item item, Horizon horizon) {
                reading.turns(item.context().applicant(), horizon);
            }
        };
    }

    /** True when all are; false beats unknown. */
    static Reading all(Reading... parts) {
        return new Connective(Boolean.FALSE, parts);
    }

    /** True when any is; true beats unknown. */
    static Reading any(Reading... parts) {
        return new Connective(Boolean.TRUE, parts);
    }

    /** AND is settled by a false part, OR by a true one; otherwise an unknown part leaves it open. */
    private record Connective(Boolean settling, Reading... parts) implements Reading {

        @Override
        public Object value(Item item) {
            boolean open = false;
            for (Reading part : parts) {
                Object value = part.value(item);
                if (settling.equals(value)) {
                    return settling;
                }
                open |= value == null;
            }
            return open ? null : !settling;
        }

        @Override
        public void missing(Item item, Consumer<String> paths) {
            for (Reading part : parts) {
                if (part.value(item) == null) {
                    part.missing(item, paths);
                }
            }
        }

        @Override
        public void turns(Item item, Horizon horizon) {
            for (Reading part : parts) {
                part.turns(item, horizon.ofEveryChange());
            }
        }
    }
}

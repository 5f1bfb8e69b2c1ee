package luohu.language;

import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;

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
        };
    }

    /** What follows from one fact, in the case at hand, once it is known. */
    static Reading derived(Reading reading, BiFunction<Object, Case, Object> function) {
        return new Reading() {
            @Override
            public Object value(Item item) {
                Object value = reading.value(item);
                return value == null ? null : function.apply(value, item.context());
            }

            @Override
            public void missing(Item item, Consumer<String> paths) {
                reading.missing(item, paths);
            }
        };
    }

    /** Whether one fact passes a test, once it is known. */
    static Reading test(Reading reading, BiPredicate<Object, Case> test) {
        return derived(reading, test::test);
    }

    /** Whether one fact is a certain value. */
    static Reading is(Reading reading, Object value) {
        return test(reading, (actual, context) -> actual.equals(value));
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
    }
}

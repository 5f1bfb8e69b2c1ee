package luohu.language;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import luohu.facts.ValueKind;

/** How a property may be compared. */
public enum Operator {
    EQUAL("==", "为"),
    NOT_EQUAL("!=", "不为"),
    IN("in", "为"),
    NOT_IN("not in", "不为"),
    CONTAINS("contains", "包括"),
    NOT_CONTAINS("not contains", "不包括"),
    AT_LEAST(">=", "不少于"),
    MORE_THAN(">", "多于"),
    AT_MOST("<=", "不多于"),
    LESS_THAN("<", "少于");

    private final String symbol;
    private final String words;

    Operator(String symbol, String words) {
        this.symbol = symbol;
        this.words = words;
    }

    /** How rule files write it. */
    public String symbol() {
        return symbol;
    }

    /** How conditions put it into words. */
    public String words() {
        return words;
    }

    /** The operator rule files write that way. */
    static Optional<Operator> of(String symbol) {
        for (Operator each : values()) {
            if (each.symbol.equals(symbol)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** Whether it asks for an order, which only dates and numbers have. */
    boolean isOrder() {
        return ordinal() >= AT_LEAST.ordinal();
    }

    /** Whether it looks into a list of persons. */
    boolean isContainment() {
        return this == CONTAINS || this == NOT_CONTAINS;
    }

    /** Whether it compares with a list of literals. */
    public boolean isMembership() {
        return this == IN || this == NOT_IN;
    }

    /** Whether properties that take values of this kind can be compared so. */
    public boolean fits(ValueKind kind) {
        if (kind == ValueKind.PERSON_IDS) {
            return isContainment();
        }
        return !isContainment() && (!isOrder() || kind == ValueKind.DATE || kind == ValueKind.INTEGER);
    }

    /** The operator that is true when this one is false, and false when this one is true. */
    public Operator complement() {
        return switch (this) {
            case EQUAL -> NOT_EQUAL;
            case NOT_EQUAL -> EQUAL;
            case IN -> NOT_IN;
            case NOT_IN -> IN;
            case CONTAINS -> NOT_CONTAINS;
            case NOT_CONTAINS -> CONTAINS;
            case AT_LEAST -> LESS_THAN;
            case LESS_THAN -> AT_LEAST;
            case MORE_THAN -> AT_MOST;
            case AT_MOST -> MORE_THAN;
        };
    }

    /** Compares with literals; all but IN and NOT_IN have one. */
    boolean test(Object left, List<Object> literals) {
        return switch (this) {
            case IN -> literals.contains(left);
            case NOT_IN -> !literals.contains(left);
            default -> test(left, literals.get(0));
        };
    }

    /** Compares two known values. */
    boolean test(Object left, Object right) {
        return switch (this) {
            case EQUAL, IN -> left.equals(right);
            case NOT_EQUAL, NOT_IN -> !left.equals(right);
            case CONTAINS -> ((Collection<?>) left).contains(right);
            case NOT_CONTAINS -> !((Collection<?>) left).contains(right);
            case AT_LEAST -> order(left, right) >= 0;
            case MORE_THAN -> order(left, right) > 0;
            case AT_MOST -> order(left, right) <= 0;
            case LESS_THAN -> order(left, right) < 0;
        };
    }

    @SuppressWarnings("unchecked")
    private static int order(Object left, Object right) {
        return ((Comparable<Object>) left).compareTo(right);
    }
}

package luohu.language;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * One comparison: a property of an item against literals or against a property of another item.
 *
 * @param slot where the frame holds the item
 * @param property what is compared
 * @param operator how
 * @param literals the literals, one except for IN; empty when compared with another item
 * @param otherSlot where the frame holds the other item; −1 when compared with literals
 * @param otherProperty the other item's property; null when compared with literals
 */
public record Atom(
        int slot, Property property, Operator operator, List<Object> literals, int otherSlot, Property otherProperty)
        implements Formula {

    /** Whether it compares two items. */
    public boolean isJoin() {
        return otherSlot >= 0;
    }

    @Override
    public List<Formula> parts() {
        return List.of();
    }

    @Override
    public Truth truth(Item[] frame, Case context) {
        return isJoin() ? of(frame[slot], frame[otherSlot]) : of(frame[slot]);
    }

    /** What becomes of the comparison of an item with literals. */
    public Truth of(Item item) {
        Object left = property.reading().value(item);
        return left == null ? Truth.UNKNOWN : Truth.of(operator.test(left, literals));
    }

    /** What becomes of the comparison of two items. */
    public Truth of(Item item, Item other) {
        Object left = property.reading().value(item);
        Object right = left == null ? null : otherProperty.reading().value(other);
        if (right == null) {
            return Truth.UNKNOWN;
        }
        return Truth.of(operator.test(operator.isContainment() ? item.lookup((Collection<?>) left) : left, right));
    }

    @Override
    public void missing(Item[] frame, Case context, Consumer<String> paths) {
        if (property.reading().value(frame[slot]) == null) {
            property.reading().missing(frame[slot], paths);
        }
        if (isJoin() && otherProperty.reading().value(frame[otherSlot]) == null) {
            otherProperty.reading().missing(frame[otherSlot], paths);
        }
    }
}

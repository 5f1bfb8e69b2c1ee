package luohu.language;

import java.util.List;
import java.util.function.Consumer;
import luohu.facts.Labelled;
import luohu.facts.ValueKind;

/**
 * Something a rule can ask of an item.
 *
 * @param name the name rule files use: {@code hukou.inTown}
 * @param label the words for it; of a yes-or-no property, those that hold when it is true
 * @param no of a yes-or-no property, the words that hold when it is false
 * @param kind what values it takes
 * @param values of an enum, its values; else empty
 * @param sources the properties of the contract it is read from, relative to the item; itself when it is raw
 * @param reading how it is read
 */
public record Property(
        String name,
        String label,
        String no,
        ValueKind kind,
        List<? extends Labelled> values,
        List<String> sources,
        Reading reading) {

    /** The item itself, by which a pattern says that it means an item already found. */
    static final Property THIS = new Property("this", "", "", ValueKind.ID, List.of(), List.of(), new Reading() {
        @Override
        public Object value(Item item) {
            return item;
        }

        @Override
        public void missing(Item item, Consumer<String> paths) {
            // an item is always known to be itself
        }

        @Override
        public void turns(Item item, Horizon horizon) {
            // an item is itself on any day
        }
    });

    /** Whether this is the item itself. */
    public boolean isThis() {
        return this == THIS;
    }
}

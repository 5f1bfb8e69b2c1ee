package luohu.language;

import java.util.function.Consumer;

/** How one property of an item is read. */
public interface Reading {

    /** The value; null when it is unknown. */
    Object value(Item item);

    /** Names the raw facts, as paths of the contract, that have to be known before the value is; called when it is not. */
    void missing(Item item, Consumer<String> paths);

    /**
     * Names the days on which the value becomes another one because of the effective date alone. Every reading has to say,
     * so that no term that depends on the date is forgotten when a span of days is looked at.
     */
    void turns(Item item, Horizon horizon);
}

package luohu.language;

import java.util.HashMap;
import java.util.Map;

/** The variables a constraint may refer to; what an inner scope binds stays in it. */
final class Scope {

    /**
     * What a variable stands for.
     *
     * @param slot the pattern
     * @param type what the pattern matches
     * @param property the property bound; null when the variable is the item itself
     */
    record Variable(int slot, FactType type, Property property) {}

    private final Map<String, Variable> variables;

    Scope() {
        this(new HashMap<>());
    }

    private Scope(Map<String, Variable> variables) {
        this.variables = variables;
    }

    Scope inner() {
        return new Scope(new HashMap<>(variables));
    }

    /** Binds a name; false when it is taken. */
    boolean bind(String name, Variable variable) {
        return variables.putIfAbsent(name, variable) == null;
    }

    Variable get(String name) {
        return variables.get(name);
    }
}

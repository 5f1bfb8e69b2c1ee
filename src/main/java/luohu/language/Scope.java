package luohu.language;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

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

    /** Binds a name; false, and reported by code and message, when it is none or is taken. */
    boolean bind(String name, Variable variable, BiConsumer<FindingKind, String> report) {
        if (!name.startsWith("$")) {
            report.accept(FindingKind.RULE_SYNTAX, "变量名要以 $ 开头，例如 $who。");
            return false;
        }
        boolean free = variables.putIfAbsent(name, variable) == null;
        if (!free) {
            report.accept(FindingKind.DUPLICATE_VARIABLE, "变量 " + name + " 已经用过；请换一个名字。");
        }
        return free;
    }

    Variable get(String name) {
        return variables.get(name);
    }
}

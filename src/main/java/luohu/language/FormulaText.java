package luohu.language;

import java.util.List;
import java.util.stream.Collectors;
import luohu.facts.Labelled;

/** The written form of what a rule asks, close to how rule files write it, so that it can be found there. */
public final class FormulaText {

    private FormulaText() {}

    /** A formula of a rule as text: {@code Home( inTown == true )}. */
    public static String of(Formula formula, Rule rule) {
        if (formula instanceof Atom atom) {
            return rule.slots().get(atom.slot()).name() + "( " + constraint(atom, rule) + " )";
        } else if (formula instanceof Formula.Given given) {
            return rule.slots().get(given.slot()).name() + "()";
        } else if (formula instanceof Formula.Not not) {
            return "not ( " + of(not.inner(), rule) + " )";
        } else if (formula instanceof Formula.Some some) {
            return some.asksNothing()
                    ? some.type().name() + "()"
                    : some.type().name() + "( " + joined(some.where().parts(), ", ", rule) + " )";
        } else if (formula instanceof Formula.Any any) {
            return "( " + joined(any.parts(), " or ", rule) + " )";
        }
        return joined(((Formula.All) formula).parts(), ", ", rule);
    }

    private static String joined(List<Formula> parts, String separator, Rule rule) {
        return parts.stream()
                .map(part -> part instanceof Atom atom ? constraint(atom, rule) : of(part, rule))
                .collect(Collectors.joining(separator));
    }

    private static String constraint(Atom atom, Rule rule) {
        String right = atom.isJoin()
                ? rule.slots().get(atom.otherSlot()).name()
                        + (atom.otherProperty().isThis()
                                ? ""
                                : "." + atom.otherProperty().name())
                : atom.operator().isMembership()
                        ? atom.literals().stream().map(FormulaText::literal).collect(Collectors.joining(", ", "(", ")"))
                        : literal(atom.literals().get(0));
        return atom.property().name() + " " + atom.operator().symbol() + " " + right;
    }

    private static String literal(Object value) {
        boolean bare = value instanceof Boolean || value instanceof Integer;
        return bare ? value.toString() : "\"" + (value instanceof Labelled ? ((Enum<?>) value).name() : value) + "\"";
    }
}

package luohu.checks;

import java.util.List;
import java.util.stream.Collectors;
import luohu.language.Atom;
import luohu.language.Formula;

/** Writes conditions the way rule files do, so that their author finds them again. */
final class Notation {

    private final NormalForm form;

    Notation(NormalForm form) {
        this.form = form;
    }

    /** Conditions on one item, as a pattern. */
    String pattern(int slot, List<Formula> conditions) {
        String inside = conditions.stream().map(this::constraint).collect(Collectors.joining(", "));
        return form.type(slot).name() + "( " + inside + " )";
    }

    /** Any condition. */
    String of(Formula formula) {
        if (formula instanceof Formula.Some some) {
            return pattern(some.slot(), some.where().parts());
        } else if (formula instanceof Formula.Not not) {
            return "not " + of(not.inner());
        } else if (formula instanceof Formula.Any any && Formulas.subject(any).isEmpty()) {
            return any.parts().stream().map(this::of).collect(Collectors.joining(" or ", "( ", " )"));
        } else if (formula instanceof Formula.All all && Formulas.subject(all).isEmpty()) {
            return all.parts().stream().map(this::of).collect(Collectors.joining(" and ", "( ", " )"));
        }
        return Formulas.subject(formula)
                .map(slot -> pattern(slot, List.of(formula)))
                .orElseGet(() -> constraint(formula));
    }

    private String constraint(Formula formula) {
        if (formula instanceof Atom atom) {
            return comparison(atom);
        } else if (formula instanceof Formula.Any any) {
            return any.parts().stream().map(this::constraint).collect(Collectors.joining(" || "));
        } else if (formula instanceof Formula.All all) {
            return all.parts().stream().map(this::constraint).collect(Collectors.joining(" && "));
        } else if (formula instanceof Formula.Not not && Formulas.subject(not).isPresent()) {
            return "not " + of(not.inner());
        }
        return formula instanceof Formula.Given ? "" : "…";
    }

    private String comparison(Atom atom) {
        String left = atom.property().name() + " " + atom.operator().symbol() + " ";
        if (atom.isJoin()) {
            return left + form.type(atom.otherSlot()).name() + "."
                    + atom.otherProperty().name();
        }
        String right = atom.literals().stream()
                .map(value ->
                        value instanceof Boolean || value instanceof Integer ? value.toString() : "\"" + value + "\"")
                .collect(Collectors.joining(", "));
        return left + (atom.operator().symbol().endsWith("in") ? "(" + right + ")" : right);
    }
}

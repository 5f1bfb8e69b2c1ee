package luohu.scenarios;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import luohu.decision.PackageDecider;
import luohu.facts.Facts;
import luohu.facts.ValueKind;
import luohu.language.Atom;
import luohu.language.Case;
import luohu.language.Formula;
import luohu.language.FormulaText;
import luohu.language.Item;
import luohu.language.Rule;
import luohu.language.Truth;

/**
 * Which conditions of a package's rules the scenarios have shown true, false and open. A condition is one comparison of a
 * rule. It counts as shown where it matters: where no other condition has settled the matter already (in an AND no other
 * is false, in an OR no other is true), which is the masking form of modified condition/decision coverage.
 */
public final class Coverage {

    /**
     * One comparison of a rule and what has been shown of it.
     *
     * @param rule the rule
     * @param text the comparison as rule files write it
     * @param seen the truth values shown
     */
    public record Entry(Rule rule, String text, Set<Truth> seen) {

        /** The truth values not shown, in the order of {@link Truth}. */
        public Set<Truth> unseen() {
            return EnumSet.complementOf(seen.isEmpty() ? EnumSet.noneOf(Truth.class) : EnumSet.copyOf(seen));
        }
    }

    private final PackageDecider decider;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Atom, Entry> byAtom = new IdentityHashMap<>();

    /** The coverage of a package's rules, nothing shown yet. */
    public Coverage(PackageDecider decider) {
        this.decider = decider;
        for (Rule rule : decider.policy().rules()) {
            collect(rule.body(), rule);
        }
    }

    /** Adds what an applicant shows on a day. */
    public void observe(Facts facts, LocalDate date) {
        Case context = decider.settled(facts, date);
        for (Rule rule : decider.policy().rules()) {
            observe(rule.body(), rule.frame(), context);
        }
    }

    /** Every comparison, in the order of the rules. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** How many truth values there are to show: three for each comparison. */
    public int total() {
        return Truth.values().length * entries.size();
    }

    /** How many of them have been shown. */
    public int shown() {
        return entries.stream().mapToInt(entry -> entry.seen().size()).sum();
    }

    /** What has been shown, in percent; 100 where there is nothing to show. */
    public double percent() {
        return total() == 0 ? 100 : 100.0 * shown() / total();
    }

    private void collect(Formula formula, Rule rule) {
        if (formula instanceof Atom atom) {
            if (isCounted(atom)) {
                Entry entry = new Entry(rule, text(atom, rule), EnumSet.noneOf(Truth.class));
                entries.add(entry);
                byAtom.put(atom, entry);
            }
        } else {
            formula.parts().forEach(part -> collect(part, rule));
        }
    }

    /** Of the outcome of a pathway also says which pathway. */
    private static String text(Atom atom, Rule rule) {
        String code = atom.property().name().equals("holds") ? code(rule.body(), atom.slot()) : "";
        return FormulaText.of(atom, rule).replaceFirst("\\( ", "( " + Matcher.quoteReplacement(code));
    }

    private static String code(Formula formula, int slot) {
        if (formula instanceof Atom atom) {
            boolean names = atom.slot() == slot && atom.property().name().equals("code");
            return names ? "code == \"" + atom.literals().get(0) + "\", " : "";
        }
        return formula.parts().stream().map(part -> code(part, slot)).collect(Collectors.joining());
    }

    /** An item is always known to be itself, and the code of a pathway only says which one is meant. */
    private boolean isCounted(Atom atom) {
        return !atom.property().isThis()
                && !(atom.property().kind() == ValueKind.ID
                        && atom.property().sources().isEmpty());
    }

    private void observe(Formula formula, Item[] frame, Case context) {
        if (formula instanceof Atom atom) {
            Entry entry = byAtom.get(atom);
            if (entry != null) {
                entry.seen().add(atom.truth(frame, context));
            }
        } else if (formula instanceof Formula.Not not) {
            observe(not.inner(), frame, context);
        } else if (formula instanceof Formula.All all) {
            deciding(all.parts(), Truth.FALSE, frame, context);
        } else if (formula instanceof Formula.Any any) {
            deciding(any.parts(), Truth.TRUE, frame, context);
        } else if (formula instanceof Formula.Some some) {
            items(some, frame, context);
        }
    }

    /** Looks into the parts that no other part has made irrelevant by being {@code settling}. */
    private void deciding(List<Formula> parts, Truth settling, Item[] frame, Case context) {
        List<Formula> settled = parts.stream()
                .filter(part -> part.truth(frame, context) == settling)
                .toList();
        List<Formula> relevant = settled.isEmpty() ? parts : settled.size() == 1 ? settled : List.of();
        relevant.forEach(part -> observe(part, frame, context));
    }

    private void items(Formula.Some some, Item[] frame, Case context) {
        List<Item> met = new ArrayList<>();
        for (Item item : context.items(some.type())) {
            frame[some.slot()] = item;
            if (some.where().truth(frame, context) == Truth.TRUE) {
                met.add(item);
            }
        }
        List<Item> relevant = met.isEmpty() ? context.items(some.type()) : met.size() == 1 ? met : List.of();
        for (Item item : relevant) {
            frame[some.slot()] = item;
            observe(some.where(), frame, context);
        }
    }
}

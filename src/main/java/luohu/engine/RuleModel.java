package luohu.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import luohu.language.FactType;
import luohu.language.Formula;
import luohu.language.Item;
import luohu.language.Reading;
import luohu.language.Rule;
import org.drools.model.DSL;
import org.drools.model.Global;
import org.drools.model.PatternDSL;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.RuleItemBuilder;
import org.drools.model.Variable;
import org.drools.model.view.ViewItem;
import org.drools.model.view.ViewItemBuilder;

/**
 * Puts one rule, read as certain or as possible, into Drools' executable model: the form Drools' own compiler makes of
 * rule files, made here from the parsed rule, so that no code is generated or compiled.
 */
final class RuleModel {

    private static final String PACKAGE = "luohu.rules";

    private final Rule rule;
    private final int index;
    private final Certainty certainty;
    private final Global<Firings> firings;
    private final ItemPatterns patterns;
    private final Map<Integer, Variable<Item>> variables = new HashMap<>();

    /**
     * @param rule the rule
     * @param index its index in the package, under which it records
     * @param certainty how it is read
     * @param firings where it records
     * @param names names for what patterns ask of their own item, shared by the rules of a package
     */
    RuleModel(Rule rule, int index, Certainty certainty, Global<Firings> firings, OwnNames names) {
        this.rule = rule;
        this.index = index;
        this.certainty = certainty;
        this.firings = firings;
        this.patterns = new ItemPatterns(rule, index + " " + certainty, names);
    }

    org.drools.model.Rule build() {
        List<RuleItemBuilder<?>> items = new ArrayList<>();
        rule.dependsOn().stream().sorted().map(this::settled).forEach(items::add);
        Variable<Item> person = null;
        for (Formula part : rule.body().parts()) {
            if (rule.holdsPerson(part)) {
                items.addAll(person((Formula.Some) part));
                person = variables.get(rule.personSlot());
            } else {
                items.add(view(part, certainty));
            }
        }
        int rule = index;
        Certainty reading = certainty;
        FactType type = person == null ? null : this.rule.slots().get(this.rule.personSlot());
        items.add(
                person == null
                        ? DSL.on(firings).execute(sink -> sink.record(rule, reading, null))
                        : DSL.on(person, firings).execute((who, sink) -> sink.record(rule, reading, who.as(type))));
        return PatternDSL.rule(PACKAGE, index + " " + certainty).build(items.toArray(RuleItemBuilder[]::new));
    }

    /** Waits until the outcome of a pathway is settled: before, a {@code not Pathway(…)} would hold for want of one. */
    private ViewItem<?> settled(String code) {
        FactType type = rule.slots().stream()
                .filter(each -> each.property("holds") != null)
                .findFirst()
                .orElseThrow();
        Reading reading = type.property("code").reading();
        return DSL.exists(ItemPatterns.ofType(type, DSL.declarationOf(Item.class, "outcome " + code))
                .expr("settled " + code, item -> code.equals(reading.value(item))));
    }

    /** The patterns down to the person's stay patterns, so that the rule fires for each; what hangs on them is only asked for. */
    private List<ViewItem<?>> person(Formula.Some some) {
        List<ViewItem<?>> views = new ArrayList<>();
        views.add(constrained(some, certainty));
        for (Formula part : nested(some)) {
            if (rule.holdsPerson(part)) {
                views.addAll(person((Formula.Some) part));
            } else {
                views.add(view(part, certainty));
            }
        }
        return views;
    }

    /** A view that is met when the formula is, as far as the reading goes. */
    private ViewItem<?> view(Formula formula, Certainty reading) {
        if (formula instanceof Formula.Some some) {
            return some.type().isList() || some.type().property("holds") != null
                    ? DSL.exists(and(chain(some, reading)))
                    : and(only(some, reading));
        } else if (formula instanceof Formula.Not not) {
            return negated(not.inner(), reading.underNot());
        } else if (formula instanceof Formula.Any any) {
            return or(any.parts().stream()
                    .<ViewItem<?>>map(part -> view(part, reading))
                    .toList());
        } else if (formula instanceof Formula.All all) {
            return and(all.parts().stream()
                    .<ViewItem<?>>map(part -> view(part, reading))
                    .toList());
        }
        throw new IllegalStateException("a comparison outside any pattern: " + formula);
    }

    /** A view that is met when the formula, in the reading given, is not. */
    private ViewItem<?> negated(Formula formula, Certainty reading) {
        if (formula instanceof Formula.Some some) {
            return DSL.not(and(chain(some, reading)));
        } else if (formula instanceof Formula.Not not) {
            return view(not.inner(), reading.underNot());
        } else if (formula instanceof Formula.Any any) {
            return and(any.parts().stream()
                    .<ViewItem<?>>map(part -> negated(part, reading))
                    .toList());
        } else if (formula instanceof Formula.All all) {
            return or(all.parts().stream()
                    .<ViewItem<?>>map(part -> negated(part, reading))
                    .toList());
        }
        throw new IllegalStateException("a comparison outside any pattern: " + formula);
    }

    /** The pattern of a type of which there is always one item: it fires no more often than when it is only asked for. */
    private List<ViewItem<?>> only(Formula.Some some, Certainty reading) {
        List<ViewItem<?>> views = new ArrayList<>();
        views.add(constrained(some, reading));
        nested(some).forEach(part -> views.add(view(part, reading)));
        return views;
    }

    private List<ViewItem<?>> chain(Formula.Some some, Certainty reading) {
        List<ViewItem<?>> views = new ArrayList<>();
        views.add(constrained(some, reading));
        for (Formula part : nested(some)) {
            if (part instanceof Formula.Some inner) {
                views.addAll(chain(inner, reading));
            } else {
                views.add(view(part, reading));
            }
        }
        return views;
    }

    private static List<Formula> nested(Formula.Some some) {
        return some.where().parts().stream()
                .filter(part -> !Slots.isInline(part))
                .toList();
    }

    private PatternDef<Item> constrained(Formula.Some some, Certainty reading) {
        Variable<Item> variable = DSL.declarationOf(Item.class, "slot" + some.slot());
        variables.put(some.slot(), variable);
        return patterns.of(some, reading, variable, variables);
    }

    private static ViewItem<?> and(List<ViewItem<?>> views) {
        return views.size() == 1 ? views.get(0) : DSL.and(first(views), rest(views));
    }

    private static ViewItem<?> or(List<ViewItem<?>> views) {
        return views.size() == 1 ? views.get(0) : DSL.or(first(views), rest(views));
    }

    private static ViewItemBuilder<?> first(List<ViewItem<?>> views) {
        return views.get(0);
    }

    private static ViewItemBuilder<?>[] rest(List<ViewItem<?>> views) {
        return views.subList(1, views.size()).toArray(ViewItemBuilder[]::new);
    }
}

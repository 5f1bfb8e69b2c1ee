package luohu.engine;

import static org.drools.model.PatternDSL.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import luohu.language.FactType;
import luohu.language.Formula;
import luohu.language.Item;
import luohu.language.Rule;
import org.drools.model.Index.ConstraintType;
import org.drools.model.PatternDSL;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Variable;

/**
 * Patterns of one rule for Drools. What is inserted for all that is one person's is the person, so that a pattern of a
 * {@linkplain FactType#isPersonal personal} type is one of persons that have such an item.
 */
final class ItemPatterns {

    /** What stands for the types of all personal items. */
    private static final String PERSONAL = "personal";

    private final Rule rule;
    private final String prefix;
    private final OwnNames names;
    private int joins;

    /**
     * @param rule the rule
     * @param prefix begins the names of constraints that are the rule's alone
     * @param names names for what patterns ask of their own item, shared by the rules of a package
     */
    ItemPatterns(Rule rule, String prefix, OwnNames names) {
        this.rule = rule;
        this.prefix = prefix;
        this.names = names;
    }

    /**
     * Items of a type. Only the first constraint can be looked up rather than tried: Drools has one node for each value there.
     */
    static PatternDef<Item> ofType(FactType type, Variable<Item> variable) {
        String key = key(type);
        PatternDef<Item> pattern = pattern(variable)
                .expr(
                        "key " + key,
                        item -> key.equals(key(item.type())),
                        PatternDSL.alphaIndexedBy(
                                String.class, ConstraintType.EQUAL, -1, item -> key(item.type()), key));
        return type.isPersonal() ? pattern.expr("type " + type.name(), item -> item.as(type) != null) : pattern;
    }

    private static String key(FactType type) {
        return type.isPersonal() ? PERSONAL : type.name();
    }

    /** The items that a pattern lets through, as far as the reading goes, given the variables of the patterns before it. */
    PatternDef<Item> of(
            Formula.Some some, Certainty reading, Variable<Item> variable, Map<Integer, Variable<Item>> variables) {
        PatternDef<Item> pattern = ofType(some.type(), variable);
        List<Formula> own = new ArrayList<>();
        List<Formula> joined = new ArrayList<>();
        for (Formula part : some.where().parts()) {
            if (Slots.isInline(part)) {
                (Slots.of(part).stream().allMatch(each -> each == some.slot()) ? own : joined).add(part);
            }
        }
        if (!own.isEmpty()) {
            constrain(pattern, some.type(), own, reading);
        }
        for (Formula part : joined) {
            new JoinTest(part, reading, some.slot(), rule.slots())
                    .constrain(pattern, prefix + " " + joins++, variables);
        }
        return pattern;
    }

    /**
     * What a pattern asks of its own item. What certainly holds is possible too, so that it is asked first whether it is possible: both readings share
     * the node, and most items, which fail there, are judged once.
     */
    private void constrain(PatternDef<Item> pattern, FactType type, List<Formula> own, Certainty reading) {
        String name = names.of(type, own);
        pattern.expr("possible " + name, OwnTest.of(type, own, Certainty.POSSIBLE));
        if (reading == Certainty.CERTAIN) {
            pattern.expr("certain " + name, OwnTest.of(type, own, Certainty.CERTAIN));
        }
    }
}

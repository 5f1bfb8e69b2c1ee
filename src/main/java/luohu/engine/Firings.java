package luohu.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import luohu.language.Item;
import luohu.language.Truth;

/** What the rules of one evaluation recorded. */
public final class Firings {

    private final BitSet certain;
    private final BitSet possible;
    private final List<List<Item>> persons;
    private int count;

    Firings(int rules) {
        certain = new BitSet(rules);
        possible = new BitSet(rules);
        persons = new ArrayList<>(rules);
        for (int i = 0; i < rules; i++) {
            persons.add(List.of());
        }
    }

    /** Called by Drools when a rule, read one way, fires; {@code person} is null where the rule names none. */
    void record(int rule, Certainty certainty, Item person) {
        count++;
        if (certainty == Certainty.POSSIBLE) {
            possible.set(rule);
            return;
        }
        certain.set(rule);
        if (person != null) {
            if (persons.get(rule).isEmpty()) {
                persons.set(rule, new ArrayList<>(2));
            }
            if (!persons.get(rule).contains(person)) {
                persons.get(rule).add(person);
            }
        }
    }

    /** How often rules fired. */
    int count() {
        return count;
    }

    /** What became of a rule. */
    public Truth truth(int rule) {
        return certain.get(rule) ? Truth.TRUE : possible.get(rule) ? Truth.UNKNOWN : Truth.FALSE;
    }

    /** The persons for whom a rule certainly holds, in no particular order. */
    public List<Item> persons(int rule) {
        return persons.get(rule);
    }
}

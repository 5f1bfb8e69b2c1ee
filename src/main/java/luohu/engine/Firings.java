package luohu.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import luohu.language.Item;
import luohu.language.Truth;

/** What the rules of one evaluation recorded. */
public final class Firings {

    private final Truth[] truths;
    private List<List<Item>> persons = List.of();
    private int count;

    Firings(int rules) {
        truths = new Truth[rules];
        Arrays.fill(truths, Truth.FALSE);
    }

    /** Called by Drools when a rule, read one way, fires; {@code person} is null where the rule names none. */
    void record(int rule, Certainty certainty, Item person) {
        count++;
        if (certainty == Certainty.POSSIBLE) {
            if (truths[rule] == Truth.FALSE) {
                truths[rule] = Truth.UNKNOWN;
            }
            return;
        }
        truths[rule] = Truth.TRUE;
        if (person != null) {
            add(rule, person);
        }
    }

    /** A rule with alternatives fires more than once for a person; nearly always there are few. */
    private void add(int rule, Item person) {
        if (persons.isEmpty()) {
            persons = new ArrayList<>(Collections.nCopies(truths.length, List.of()));
        }
        if (persons.get(rule).isEmpty()) {
            persons.set(rule, new ArrayList<>(2));
        }
        if (!persons.get(rule).contains(person)) {
            persons.get(rule).add(person);
        }
    }

    /** How often rules fired. */
    int count() {
        return count;
    }

    /** What became of a rule. */
    public Truth truth(int rule) {
        return truths[rule];
    }

    /** The persons for whom a rule certainly holds, in no particular order. */
    public List<Item> persons(int rule) {
        return persons.isEmpty() ? List.of() : persons.get(rule);
    }
}

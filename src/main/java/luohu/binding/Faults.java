package luohu.binding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is found wrong with one input, in the order of finding. What can be said about a text can be thousands of times as long as the
 * text, so that there is a bound for callers: it is full as soon as something was found that is not listed, and who searches stops then.
 */
public final class Faults {

    /** The most faults a caller is told; who makes more makes the same ones again and again. */
    public static final int MOST = 100;

    /** The most characters that pointers and messages have together, the first fault excepted: those of forty of the longest. */
    public static final int LONGEST = 32 * 1024;

    private final List<Fault> listed = new ArrayList<>(0);
    private final int most;
    private final int longest;
    private Predicate<Fault> wanted = fault -> true;
    private int length;
    private boolean full;

    private Faults(int most, int longest) {
        this.most = most;
        this.longest = longest;
    }

    /** Lists what a caller is told. */
    public static Faults bounded() {
        return new Faults(MOST, LONGEST);
    }

    /** Lists everything, for files of those who run the service. */
    public static Faults unbounded() {
        return new Faults(Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** From now on takes only some of what is found. */
    public void only(Predicate<Fault> some) {
        wanted = some;
    }

    /** Takes what is found; does not list it, nor anything after it, where that would be beyond the bound. */
    public void add(Fault fault) {
        if (full || !wanted.test(fault)) {
            return;
        }
        int more = fault.pointer().length() + fault.message().length();
        if (listed.size() == most || longest - length < more && !listed.isEmpty()) {
            full = true;
            return;
        }
        length += more;
        listed.add(fault);
    }

    /** Takes several. */
    public void addAll(Collection<Fault> several) {
        several.forEach(this::add);
    }

    /** What is listed. */
    public List<Fault> listed() {
        return listed;
    }

    /** Whether something was found that is not listed; there is no use in searching on. */
    public boolean isFull() {
        return full;
    }

    /** Whether nothing was found. */
    public boolean isEmpty() {
        return listed.isEmpty();
    }
}

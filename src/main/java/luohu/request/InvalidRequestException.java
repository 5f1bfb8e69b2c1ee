package luohu.request;

import java.util.List;
import luohu.binding.Fault;
import luohu.binding.Faults;

/** A request that cannot be read; the faults say what is wrong with it. */
public final class InvalidRequestException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;
    private final boolean more;

    private InvalidRequestException(List<Fault> faults, boolean more) {
        super(null, null, false, false);
        this.faults = List.copyOf(faults);
        this.more = more;
    }

    /** With the faults found; at least one. */
    InvalidRequestException(Faults faults) {
        this(faults.listed(), faults.isFull());
    }

    /** That the text is no JSON object at all. */
    static InvalidRequestException malformed() {
        return new InvalidRequestException(List.of(), false);
    }

    /** Whether the text is no JSON object at all. */
    public boolean isMalformed() {
        return faults.isEmpty();
    }

    /** Every fault found, or as many as a caller is told. */
    public List<Fault> faults() {
        return faults;
    }

    /** Whether there are more than these. */
    public boolean hasMore() {
        return more;
    }
}

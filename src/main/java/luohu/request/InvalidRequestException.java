package luohu.request;

import java.util.List;
import luohu.binding.Fault;

/** A request that cannot be read; the faults say everything that is wrong with it. */
public final class InvalidRequestException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /** With every fault found; none when the text is no JSON object at all. */
    InvalidRequestException(List<Fault> faults) {
        super(null, null, false, false);
        this.faults = List.copyOf(faults);
    }

    /** Whether the text is no JSON object at all. */
    public boolean isMalformed() {
        return faults.isEmpty();
    }

    /** Every fault found. */
    public List<Fault> faults() {
        return faults;
    }
}

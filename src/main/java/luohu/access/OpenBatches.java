package luohu.access;

import java.util.HashMap;
import java.util.Map;

/**
 * How many batches each caller has open. A batch may pause for long, so that without a bound one caller could keep all connections.
 * Safe for use by many threads at once.
 */
public final class OpenBatches {

    private final int most;
    private final Map<String, Integer> open = new HashMap<>();

    /**
     * @param most how many one caller may have, over zero
     */
    public OpenBatches(int most) {
        this.most = most;
    }

    /** How many one caller may have. */
    public int most() {
        return most;
    }

    /** A caller wants to begin one more; false, and nothing has begun, when there are as many as may be. */
    public synchronized boolean begin(String caller) {
        int now = open.getOrDefault(caller, 0);
        if (now == most) {
            return false;
        }
        open.put(caller, now + 1);
        return true;
    }

    /** One that had begun has ended. */
    public synchronized void end(String caller) {
        open.computeIfPresent(caller, (name, now) -> now == 1 ? null : now - 1);
    }
}

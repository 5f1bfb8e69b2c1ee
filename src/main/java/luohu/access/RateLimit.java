package luohu.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How often each caller may ask: a bucket of tokens that fills at an even rate. Remembers the callers who asked last, up to a
 * number; one who is forgotten starts with a full bucket.
 */
public final class RateLimit {

    private static final int MOST_CALLERS = 10_000;
    private static final double NANOS = 1e9;

    private static final class Bucket {
        private double tokens;
        private long filledAt;
    }

    private final double perSecond;
    private final double burst;
    private final LongSupplier nanoTime;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_CALLERS;
        }
    };

    /**
     * @param perSecond requests a second, over zero
     * @param burst how many may come at once, at least one
     * @param nanoTime a clock that never goes back, in nanoseconds
     */
    public RateLimit(double perSecond, int burst, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanoTime = nanoTime;
    }

    /** Takes one request of a caller; gives 0, or the seconds after which to ask again. */
    public synchronized long secondsToWait(String caller) {
        Bucket bucket = filled(caller);
        if (bucket.tokens >= 1) {
            bucket.tokens--;
            return 0;
        }
        return Math.max(1, (long) Math.ceil((1 - bucket.tokens) / perSecond));
    }

    /**
     * Takes one request of a caller on credit, for what has been promised already, such as a line of a batch. Gives the nanoseconds
     * after which all that was taken so far is paid for, 0 for at once: who waits so long each time has its turns evenly, after
     * those who took before.
     */
    public synchronized long charge(String caller) {
        Bucket bucket = filled(caller);
        bucket.tokens--;
        return (long) Math.ceil(Math.max(0, -bucket.tokens) / perSecond * NANOS);
    }

    private Bucket filled(String caller) {
        long now = nanoTime.getAsLong();
        Bucket bucket = buckets.computeIfAbsent(caller, name -> full(now));
        bucket.tokens = Math.min(burst, bucket.tokens + (now - bucket.filledAt) / NANOS * perSecond);
        bucket.filledAt = now;
        return bucket;
    }

    private Bucket full(long now) {
        Bucket bucket = new Bucket();
        bucket.tokens = burst;
        bucket.filledAt = now;
        return bucket;
    }
}

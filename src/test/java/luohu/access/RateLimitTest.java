package luohu.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The rate limit")
class RateLimitTest {

    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong now = new AtomicLong(-5 * SECOND);

    @Test
    @DisplayName("lets a burst through at once, and then as many as its rate says, each caller for itself")
    void burst_and_rate() {
        RateLimit limit = new RateLimit(0.5, 3, now::get);
        for (int i = 0; i < 3; i++) {
            assertEquals(0, limit.secondsToWait("a"));
        }
        assertEquals(2, limit.secondsToWait("a"));
        assertEquals(0, limit.secondsToWait("b"));
        now.addAndGet(SECOND);
        assertEquals(1, limit.secondsToWait("a"), "what was refused does not count");
        now.addAndGet(SECOND);
        assertEquals(0, limit.secondsToWait("a"));
        assertEquals(2, limit.secondsToWait("a"));
        now.addAndGet(1_000 * SECOND);
        for (int i = 0; i < 3; i++) {
            assertEquals(0, limit.secondsToWait("a"), "nothing is saved up beyond the burst");
        }
        assertTrue(limit.secondsToWait("a") > 0);
    }

    @Test
    @DisplayName(
            "charges what is promised on credit, gives each its turn evenly after the others, and lets nothing else pass meanwhile")
    void credit() {
        RateLimit limit = new RateLimit(2, 3, now::get);
        for (int i = 0; i < 3; i++) {
            assertEquals(0, limit.charge("a"));
        }
        assertEquals(SECOND / 2, limit.charge("a"));
        assertEquals(SECOND, limit.charge("a"));
        assertEquals(0, limit.charge("b"));
        assertEquals(2, limit.secondsToWait("a"));
        now.addAndGet(SECOND);
        assertEquals(1, limit.secondsToWait("a"));
        assertEquals(SECOND / 2, limit.charge("a"));
    }

    @Test
    @DisplayName("remembers the callers who asked last")
    void remembers_a_number_of_callers() {
        RateLimit limit = new RateLimit(0.001, 1, now::get);
        assertEquals(0, limit.secondsToWait("first"));
        for (int i = 0; i < 9_999; i++) {
            limit.secondsToWait("other " + i);
        }
        assertTrue(limit.secondsToWait("first") > 0);
        for (int i = 0; i < 10_000; i++) {
            limit.secondsToWait("more " + i);
        }
        assertEquals(0, limit.secondsToWait("first"), "forgotten, as the memory is bounded");
    }
}

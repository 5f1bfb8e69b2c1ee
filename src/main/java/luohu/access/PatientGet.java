package luohu.access;

import java.io.IOException;
import java.util.function.LongSupplier;
import org.jose4j.http.SimpleGet;
import org.jose4j.http.SimpleResponse;

/**
 * Asks the issuer, and for a while not again after it has not answered: until then every question fails at once. Otherwise whoever
 * sends tokens with keys nobody knows could have all threads wait for an issuer that is away.
 */
final class PatientGet implements SimpleGet {

    private final SimpleGet http;
    private final long pauseNanos;
    private final LongSupplier nanoTime;
    private boolean failed;
    private long failedAt;

    /**
     * @param http asks
     * @param pauseNanos for how long it is not asked again
     * @param nanoTime a clock that never goes back, in nanoseconds
     */
    PatientGet(SimpleGet http, long pauseNanos, LongSupplier nanoTime) {
        this.http = http;
        this.pauseNanos = pauseNanos;
        this.nanoTime = nanoTime;
    }

    /** One question at a time, so that those who wait learn at once that the one before them had no answer. */
    @Override
    public synchronized SimpleResponse get(String location) throws IOException {
        if (failed && nanoTime.getAsLong() - failedAt < pauseNanos) {
            throw new IOException("the issuer has not answered a moment ago");
        }
        try {
            SimpleResponse response = http.get(location);
            failed = false;
            return response;
        } catch (IOException | RuntimeException e) {
            failed = true;
            failedAt = nanoTime.getAsLong();
            throw e;
        }
    }
}

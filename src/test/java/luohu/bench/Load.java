package luohu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Sends the same requests in turn over a number of connections, all on one thread, and looks at every answer. Times count from when
 * a request was due, so that waiting for a connection is not left out.
 */
final class Load implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 20_000;
    private static final long LOOK_NANOS = 100_000;

    private final Selector selector = Selector.open();
    private final List<Line> lines = new ArrayList<>();
    private final List<Exchange> exchanges;
    private final Deque<Line> free = new ArrayDeque<>();
    private int next;
    private int failures;
    private Histogram micros;

    /**
     * What came of a load.
     *
     * @param perSecond answers a second
     * @param micros the times of the answers, in microseconds
     * @param failures answers that were not the right ones
     */
    record Result(double perSecond, Histogram micros, int failures) {}

    Load(int port, int connections, List<Exchange> exchanges) throws IOException {
        this.exchanges = exchanges;
        for (int i = 0; i < connections; i++) {
            lines.add(new Line(port, selector));
        }
    }

    /** As much as the service takes: every connection asks again as soon as it is answered. */
    Result closed(double seconds) throws IOException {
        begin();
        long begun = System.nanoTime();
        long end = begun + nanos(seconds);
        while (free.size() < lines.size() || System.nanoTime() < end) {
            for (long now = System.nanoTime(); now < end && !free.isEmpty(); ) {
                send(now);
            }
            if (free.size() < lines.size()) {
                await();
            }
        }
        return result(begun);
    }

    /**
     * A number of requests each second at fixed times, whatever becomes of those before. Where they follow each other closely it looks
     * for what is due and what has come at most ten thousand times a second, so that times are up to two looks too long: to be woken for
     * each request and each answer took half a core from the service.
     */
    Result open(double perSecond, double seconds) throws IOException {
        begin();
        long begun = System.nanoTime();
        long end = begun + nanos(seconds);
        double between = TimeUnit.SECONDS.toNanos(1) / perSecond;
        long sent = 0;
        long answered = begun;
        for (long due = begun; free.size() < lines.size() || due < end; ) {
            while (due < end && due <= System.nanoTime() && !free.isEmpty()) {
                send(due);
                due = begun + (long) (++sent * between);
            }
            boolean awaited = free.size() < lines.size();
            if (look(due - System.nanoTime()) > 0 || !awaited) {
                answered = System.nanoTime();
            } else {
                requireAnswers(answered);
            }
        }
        return result(begun);
    }

    /** Sleeps until something comes, but no longer than some nanoseconds or one look; gives on how many connections it came. */
    private int look(long left) throws IOException {
        long millis = TimeUnit.NANOSECONDS.toMillis(left);
        if (millis > 0) {
            return selector.select(this::read, millis);
        }
        LockSupport.parkNanos(LOOK_NANOS);
        return selector.selectNow(this::read);
    }

    private void begin() {
        free.clear();
        free.addAll(lines);
        failures = 0;
        micros = new Histogram(3);
    }

    private void send(long due) throws IOException {
        free.poll().send(exchanges.get(next++ % exchanges.size()), due);
    }

    private void await() throws IOException {
        long waited = System.nanoTime();
        if (selector.select(this::read, PATIENCE_MILLIS) == 0) {
            requireAnswers(waited);
        }
    }

    private static void requireAnswers(long since) throws IOException {
        if (System.nanoTime() - since > TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS)) {
            throw new IOException("no answer in " + PATIENCE_MILLIS + " ms");
        }
    }

    private void read(SelectionKey key) {
        Line line = (Line) key.attachment();
        try {
            if (line.read()) {
                micros.recordValue((System.nanoTime() - line.due()) / 1_000);
                if (!line.isRight()) {
                    failures++;
                }
                free.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Result result(long begun) {
        double seconds = (System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1);
        return new Result(micros.getTotalCount() / seconds, micros, failures);
    }

    private static long nanos(double seconds) {
        return (long) (seconds * TimeUnit.SECONDS.toNanos(1));
    }

    @Override
    public void close() throws IOException {
        for (Line line : lines) {
            line.close();
        }
        selector.close();
    }
}

package luohu.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A progress bar for what takes longer than two seconds; nothing where nobody watches. */
final class Progress implements AutoCloseable {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int WIDTH = 30;

    private final Terminal terminal;
    private final String what;
    private volatile long total;
    private final AtomicLong done = new AtomicLong();
    private final long begun = System.nanoTime();
    private long printed;

    /**
     * @param terminal where it shows
     * @param what what is going on, in Chinese
     * @param total how many steps there are
     */
    Progress(Terminal terminal, String what, long total) {
        this.terminal = terminal;
        this.what = what;
        this.total = total;
    }

    /** For what tells only later how many steps there are. */
    Progress(Terminal terminal, String what) {
        this(terminal, what, 0);
    }

    /** There are so many steps. */
    void total(long steps) {
        total = steps;
    }

    /** One step is done; from any thread. */
    void step() {
        steps(1);
    }

    /** Some steps are done; from any thread. */
    void steps(long more) {
        long now = done.addAndGet(more);
        long time = System.nanoTime();
        if (terminal.showsProgress() && time - begun > PATIENCE) {
            print(now, time);
        }
    }

    private synchronized void print(long now, long time) {
        if (time - printed < PAUSE && now < total) {
            return;
        }
        printed = time;
        double share = total == 0 ? 1 : Math.min(1, (double) now / total);
        int filled = (int) (share * WIDTH);
        PrintStream err = terminal.err();
        err.print(String.format(
                Locale.ROOT,
                "\r%s [%s%s] %3d %% %d/%d",
                what,
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                (int) (share * 100),
                now,
                total));
        err.flush();
    }

    /** Takes the bar away. */
    @Override
    public void close() {
        if (printed != 0) {
            terminal.err().print("\r\033[K");
            terminal.err().flush();
        }
    }
}

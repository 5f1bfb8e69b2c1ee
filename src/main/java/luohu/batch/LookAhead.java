package luohu.batch;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How much of their lines batches hold that run at the same time: each as much as keeps all threads at work, while they are few;
 * many share what there is, so that memory is bounded however many callers read slowly. Measured in lines, a long one counting as
 * several.
 */
final class LookAhead {

    /** Of so many batches each holds as much as one alone. */
    private static final int FEW = 4;

    private static final int BYTES = 4 * 1024;

    private final int alone;
    private final AtomicInteger batches = new AtomicInteger();

    /**
     * @param alone what a batch holds that runs alone
     */
    LookAhead(int alone) {
        this.alone = alone;
    }

    /** As how many a line counts. */
    static int weight(Line line) {
        return 1 + line.text().length / BYTES;
    }

    /** One more batch runs. */
    void begun() {
        batches.incrementAndGet();
    }

    /** One batch less runs. */
    void ended() {
        batches.decrementAndGet();
    }

    /** What a batch holds now, at least a line. */
    int share() {
        return Math.max(1, Math.min(alone, FEW * alone / Math.max(1, batches.get())));
    }
}

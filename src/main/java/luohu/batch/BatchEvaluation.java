package luohu.batch;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import luohu.service.EvaluationService;

/**
 * Evaluates batches on all cores: lines of NDJSON in, a line of NDJSON out for each, in the same order, and a summary at the end.
 * Its threads serve all batches in turn and are started when the first comes. Safe for use by many threads at once.
 */
public final class BatchEvaluation implements AutoCloseable {

    /** How many packets of a batch are under way for each thread: one evaluated, one waiting so that no thread idles. */
    private static final int AHEAD = 2;

    private final EvaluationService service;
    private final ObjectMapper json;
    private final LookAhead ahead;
    private final ExecutorService workers;

    /**
     * @param service decides; asked for its library and for today when a batch begins, which keeps both to the end
     * @param json writes answers as a single evaluation has them
     * @param threads how many lines are evaluated at the same time
     */
    public BatchEvaluation(EvaluationService service, ObjectMapper json, int threads) {
        this.service = service;
        this.json = json;
        this.ahead = new LookAhead(AHEAD * threads * BatchRun.PACKET);
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(threads, threads, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "luohu-batch-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        this.workers = pool;
    }

    /** A batch from its begin. */
    public BatchRun begin(LineObserver observer) {
        return resume(Position.BEGIN, new Tally(), observer);
    }

    /** A batch that goes on after some lines. */
    BatchRun resume(Position position, Tally tally, LineObserver observer) {
        return new BatchRun(
                new LineSplitter(position), new LineEvaluation(service.kept(), json, observer), workers, ahead, tally);
    }

    /** Ends the threads; lines under way are lost. */
    @Override
    public void close() {
        workers.shutdownNow();
    }
}

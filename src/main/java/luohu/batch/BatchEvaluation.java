package luohu.batch;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import luohu.service.EvaluationService;

/**
 * Evaluates batches on all cores: lines of NDJSON in, a line of NDJSON out for each, in the same order, and a summary at the end.
 * Its threads serve all batches in turn and are started when the first comes. Safe for use by many threads at once.
 */
public final class BatchEvaluation implements AutoCloseable {

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
        this.ahead = new LookAhead(threads);
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

    /** A batch from its begin, as fast as it comes. */
    public BatchRun begin(LineObserver observer) {
        return begin(observer, () -> 0);
    }

    /**
     * A batch from its begin.
     *
     * @param observer hears what becomes of each line
     * @param turns asked once for each line, before it is evaluated: after how many milliseconds its turn comes, 0 for at once
     */
    public BatchRun begin(LineObserver observer, LongSupplier turns) {
        return run(Position.BEGIN, new Tally(), observer, turns);
    }

    /** A batch that goes on after some lines. */
    BatchRun resume(Position position, Tally tally) {
        return run(position, tally, LineObserver.NONE, () -> 0);
    }

    private BatchRun run(Position position, Tally tally, LineObserver observer, LongSupplier turns) {
        LineEvaluation evaluation = new LineEvaluation(service.kept(), json, observer);
        return new BatchRun(new LineSplitter(position), turns, evaluation, workers, ahead.new Share(), tally);
    }

    /** Ends the threads; lines under way are lost. */
    @Override
    public void close() {
        workers.shutdownNow();
    }
}

package luohu.batch;

import luohu.problems.ProblemKind;
import luohu.service.EvaluationAnswer;

/**
 * Hears what becomes of each line of a batch, as it is evaluated: on any thread, by several at once, and not in the order of
 * lines.
 */
public interface LineObserver {

    /** For who does not want to know. */
    LineObserver NONE = new LineObserver() {
        @Override
        public void answered(long line, EvaluationAnswer answer) {}

        @Override
        public void refused(long line, ProblemKind kind) {}
    };

    /** A line, numbered from 1, was answered. */
    void answered(long line, EvaluationAnswer answer);

    /** A line, numbered from 1, was not. */
    void refused(long line, ProblemKind kind);

    /** Has something written to the log that concerns the batch; who knows which request that is, can say so there. */
    default void log(Runnable entry) {
        entry.run();
    }
}

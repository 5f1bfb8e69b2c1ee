package luohu.batch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * One batch. Whoever drives it feeds it while it is hungry and takes its output in order; it never holds more than a bounded look
 * ahead, so that input is read no faster than output is taken. Driven by one thread at a time, it never blocks.
 */
public final class BatchRun {

    /** A packet is worth a change of threads, and small enough to be soon done. */
    private static final int PACKET_LINES = 16;

    private static final int PACKET_BYTES = 64 * 1024;

    private final LineSplitter lines;
    private final LineEvaluation evaluation;
    private final Executor workers;
    private final int lookahead;
    private final Tally tally;
    private final Deque<CompletableFuture<Answered>> underWay = new ArrayDeque<>();
    private boolean drained = true;
    private boolean ended;
    private volatile boolean cancelled;

    BatchRun(LineSplitter lines, LineEvaluation evaluation, Executor workers, int lookahead, Tally tally) {
        this.lines = lines;
        this.evaluation = evaluation;
        this.workers = workers;
        this.lookahead = lookahead;
        this.tally = tally;
    }

    /** Whether it wants the next piece of the input now. */
    public boolean isHungry() {
        return drained && !ended && underWay.size() < lookahead;
    }

    /** Takes a piece of the input, cut anywhere; only while hungry. */
    public void feed(byte[] piece) {
        lines.feed(piece);
        dispatch();
    }

    /** All of the input has been fed. */
    public void end() {
        ended = true;
        lines.end();
        dispatch();
    }

    /** Done when the next output can be taken without waiting; null when nothing is under way. */
    public CompletableFuture<?> next() {
        return underWay.peek();
    }

    /** The next output, waited for: whole lines. */
    public byte[] take() {
        return takeAnswered().text();
    }

    Answered takeAnswered() {
        Answered answered = underWay.remove().join();
        tally.add(answered.tally());
        dispatch();
        return answered;
    }

    /** Whether all output but the summary has been taken. */
    public boolean isFinished() {
        return ended && drained && underWay.isEmpty();
    }

    /** The last line of output, once finished. */
    public byte[] summary() {
        return evaluation.end(tally.summary());
    }

    /** What became of the lines whose output has been taken. */
    Summary soFar() {
        return tally.summary();
    }

    /** Nobody wants the rest: lines that wait are not evaluated. */
    public void cancel() {
        cancelled = true;
        underWay.clear();
    }

    private void dispatch() {
        drained = false;
        while (underWay.size() < lookahead && !cancelled) {
            List<Line> packet = packet();
            if (packet.isEmpty()) {
                drained = true;
                return;
            }
            underWay.add(CompletableFuture.supplyAsync(() -> cancelled ? null : evaluation.answer(packet), workers));
        }
    }

    private List<Line> packet() {
        List<Line> packet = new ArrayList<>(PACKET_LINES);
        int bytes = 0;
        while (packet.size() < PACKET_LINES && bytes < PACKET_BYTES) {
            Line line = lines.next();
            if (line == null) {
                break;
            }
            packet.add(line);
            bytes += line.text().length;
        }
        return packet;
    }
}

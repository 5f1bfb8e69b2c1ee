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

    /** A packet of so many lines is worth a change of threads, and small enough to be soon done. */
    static final int PACKET = 16;

    private final LineSplitter lines;
    private final LineEvaluation evaluation;
    private final Executor workers;
    private final LookAhead ahead;
    private final Tally tally;
    private final Deque<Packet> underWay = new ArrayDeque<>();
    private int held;
    private boolean drained = true;
    private boolean ended;
    private boolean over;
    private volatile boolean cancelled;

    /** Lines that are evaluated together, and how much of the look ahead they take. */
    private record Packet(int weight, CompletableFuture<Answered> answer) {}

    BatchRun(LineSplitter lines, LineEvaluation evaluation, Executor workers, LookAhead ahead, Tally tally) {
        this.lines = lines;
        this.evaluation = evaluation;
        this.workers = workers;
        this.ahead = ahead;
        this.tally = tally;
        ahead.begun();
    }

    /** Whether it wants the next piece of the input now. */
    public boolean isHungry() {
        return drained && !ended && held < ahead.share();
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
        return underWay.isEmpty() ? null : underWay.peek().answer();
    }

    /** The next output, waited for: whole lines. */
    public byte[] take() {
        return takeAnswered().text();
    }

    Answered takeAnswered() {
        Packet packet = underWay.remove();
        held -= packet.weight();
        Answered answered = packet.answer().join();
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
        leave();
        return evaluation.end(tally.summary());
    }

    /** What became of the lines whose output has been taken. */
    public Summary soFar() {
        return tally.summary();
    }

    /** Nobody wants the rest: lines that wait are not evaluated. */
    public void cancel() {
        cancelled = true;
        underWay.clear();
        leave();
    }

    private void leave() {
        if (!over) {
            over = true;
            ahead.ended();
        }
    }

    private void dispatch() {
        drained = false;
        for (int room = ahead.share() - held; room > 0 && !cancelled; room = ahead.share() - held) {
            List<Line> packet = packet(Math.min(PACKET, room));
            if (packet.isEmpty()) {
                drained = true;
                return;
            }
            int weight = packet.stream().mapToInt(LookAhead::weight).sum();
            held += weight;
            underWay.add(new Packet(
                    weight,
                    CompletableFuture.supplyAsync(() -> cancelled ? null : evaluation.answer(packet), workers)));
        }
    }

    private List<Line> packet(int most) {
        List<Line> packet = new ArrayList<>(PACKET);
        for (int weight = 0; weight < most; ) {
            Line line = lines.next();
            if (line == null) {
                break;
            }
            packet.add(line);
            weight += LookAhead.weight(line);
        }
        return packet;
    }
}

package luohu.batch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * One batch. Whoever drives it feeds it while it is hungry and takes its output in order; it never holds more than a bounded look
 * ahead, so that input is read no faster than output is taken. Driven by one thread at a time, it never blocks: a line whose turn has
 * not come stops it until it is told to go on.
 */
public final class BatchRun {

    /** A packet of so many lines is worth a change of threads, and small enough to be soon done. */
    static final int PACKET = 16;

    private final LineSplitter lines;
    private final LongSupplier turns;
    private final LineEvaluation evaluation;
    private final Executor workers;
    private final LookAhead.Share share;
    private final Tally tally;
    private final Deque<Packet> underWay = new ArrayDeque<>();
    private Line early;
    private long millisToTurn;
    private boolean drained = true;
    private boolean ended;
    private volatile boolean cancelled;

    /** Lines that are evaluated together, and how much of the look ahead they take before they are answered. */
    private record Packet(long weight, CompletableFuture<Answered> answer) {}

    BatchRun(
            LineSplitter lines,
            LongSupplier turns,
            LineEvaluation evaluation,
            Executor workers,
            LookAhead.Share share,
            Tally tally) {
        this.lines = lines;
        this.turns = turns;
        this.evaluation = evaluation;
        this.workers = workers;
        this.share = share;
        this.tally = tally;
    }

    /** Whether it wants the next piece of the input now. */
    public boolean isHungry() {
        return drained && !ended && share.packet() > 0;
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

    /** After how many milliseconds it is to go on, since the turn of its next line has not come; 0 when it does not wait for that. */
    public long millisToTurn() {
        return millisToTurn;
    }

    /** The turn of the next line has come. */
    public void goOn() {
        millisToTurn = 0;
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
        Answered answered = packet.answer().join();
        share.hold(-packet.weight() - excess(answered, packet.weight()));
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
        share.end();
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
        share.end();
    }

    private void dispatch() {
        drained = false;
        for (long room = share.packet(); room > 0 && millisToTurn == 0 && !cancelled; room = share.packet()) {
            List<Line> packet = packet(room);
            if (packet.isEmpty()) {
                drained = millisToTurn == 0;
                return;
            }
            long weight = packet.stream().mapToLong(LookAhead::weight).sum();
            share.hold(weight);
            underWay.add(new Packet(weight, CompletableFuture.supplyAsync(() -> answer(packet, weight), workers)));
        }
    }

    private List<Line> packet(long room) {
        List<Line> packet = new ArrayList<>(PACKET);
        for (long weight = 0; weight < room; ) {
            Line line = nextLine();
            if (line == null) {
                break;
            }
            packet.add(line);
            weight += LookAhead.weight(line);
        }
        return packet;
    }

    /** The next line to evaluate; null when there is none, or when its turn has not come. */
    private Line nextLine() {
        if (early != null) {
            Line line = early;
            early = null;
            return line;
        }
        Line line = lines.next();
        if (line != null) {
            millisToTurn = turns.getAsLong();
        }
        if (millisToTurn > 0) {
            early = line;
            return null;
        }
        return line;
    }

    /** On a thread of the workers. An answer that is longer than was thought is held as what it is. */
    private Answered answer(List<Line> packet, long weight) {
        if (cancelled) {
            return null;
        }
        Answered answered = evaluation.answer(packet);
        share.hold(excess(answered, weight));
        return answered;
    }

    private static long excess(Answered answered, long weight) {
        return Math.max(0, answered.text().length - weight);
    }
}

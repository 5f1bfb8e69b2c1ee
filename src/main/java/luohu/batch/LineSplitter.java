package luohu.batch;

import java.io.ByteArrayOutputStream;

/**
 * Cuts input that comes piece by piece into lines, as they are asked for. Holds one piece and one line begun, whatever comes: a
 * line too long is given as soon as it is, and the rest of it passed over; blank lines are counted, and given when another line
 * follows, since those at the end of the input mean nothing.
 */
final class LineSplitter {

    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private byte[] piece = {};
    private int at;
    private boolean ended;
    private boolean passingOver;
    private long number;
    private long offset;
    private long blanks;
    private Line held;

    /**
     * @param position where the input goes on: after so many lines and bytes
     */
    LineSplitter(Position position) {
        this.number = position.lines();
        this.offset = position.bytes();
    }

    /** Takes the next piece; only when {@link #next} has given null. */
    void feed(byte[] next) {
        piece = next;
        at = 0;
    }

    /** No piece will follow. */
    void end() {
        ended = true;
    }

    /** The next line; null when more input is needed or, after the end, when there is none. */
    Line next() {
        while (held == null) {
            Line line = cut();
            if (line == null) {
                return null;
            } else if (line.kind() == Line.Kind.BLANK) {
                blanks++;
            } else {
                held = line;
            }
        }
        if (blanks > 0) {
            blanks--;
            return Line.blank(held.number() - blanks - 1);
        }
        Line line = held;
        held = null;
        return line;
    }

    private Line cut() {
        while (at < piece.length) {
            int from = at;
            int to = lineEnd();
            boolean whole = to < piece.length;
            at = whole ? to + 1 : to;
            offset += at - from;
            if (passingOver) {
                passingOver = !whole;
            } else if (begun.size() + to - from > Line.LONGEST) {
                begun.reset();
                passingOver = !whole;
                return Line.tooLong(++number, whole ? offset : Line.UNKNOWN);
            } else {
                begun.write(piece, from, to - from);
                if (whole) {
                    return line();
                }
            }
        }
        return ended && begun.size() > 0 ? line() : null;
    }

    private int lineEnd() {
        int end = at;
        while (end < piece.length && piece[end] != '\n') {
            end++;
        }
        return end;
    }

    private Line line() {
        Line line = Line.of(++number, begun.toByteArray(), offset);
        begun.reset();
        return line;
    }
}

package luohu.batch;

/**
 * One line of a batch.
 *
 * @param number from 1, blank lines counted
 * @param kind whether it is worth reading
 * @param text what it says; empty unless there is something to read
 * @param end where the next line begins, in bytes from the begin of the input; {@link #UNKNOWN} while that is still to be seen
 */
record Line(long number, Kind kind, byte[] text, long end) {

    /** The longest line that is read, in bytes; what an evaluation by itself may have as well. */
    static final int LONGEST = 256 * 1024;

    static final long UNKNOWN = -1;

    private static final byte[] NOTHING = {};

    enum Kind {
        TEXT,
        BLANK,
        TOO_LONG
    }

    /** A line with something to read, or a blank one. */
    static Line of(long number, byte[] text, long end) {
        return isBlank(text) ? new Line(number, Kind.BLANK, NOTHING, end) : new Line(number, Kind.TEXT, text, end);
    }

    /** A line with nothing on it, before another one. */
    static Line blank(long number) {
        return new Line(number, Kind.BLANK, NOTHING, UNKNOWN);
    }

    /** A line that is too long; its end may never come. */
    static Line tooLong(long number, long end) {
        return new Line(number, Kind.TOO_LONG, NOTHING, end);
    }

    /** The place after it; null while that is still to be seen. */
    Position reached() {
        return end == UNKNOWN ? null : new Position(number, end);
    }

    private static boolean isBlank(byte[] text) {
        for (byte each : text) {
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return true;
    }
}

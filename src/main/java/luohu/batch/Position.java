package luohu.batch;

/**
 * A place in the input of a batch, between two lines.
 *
 * @param lines how many lines come before it
 * @param bytes how many bytes come before it
 */
public record Position(long lines, long bytes) {

    /** The begin of the input. */
    public static final Position BEGIN = new Position(0, 0);
}

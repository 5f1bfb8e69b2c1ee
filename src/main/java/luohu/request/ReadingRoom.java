package luohu.request;

import java.util.concurrent.Semaphore;

/**
 * Bounds how much text is read at the same time: what is made of a text while it is read, and while its faults are searched for, can take some
 * thirty times the memory of the text, and far more threads can have one at hand than there is memory for. Who finds no room waits, for some
 * milliseconds; what is read is short enough to be kept by everybody.
 */
final class ReadingRoom {

    /** Four of the longest bodies, or hundreds of usual ones. */
    static final int BYTES = 1024 * 1024;

    private final Semaphore room = new Semaphore(BYTES);

    /** What somebody makes of a text. */
    interface Reading<T> {

        T read() throws InvalidRequestException;
    }

    /** Reads a text of some bytes as soon as there is room. */
    <T> T read(int bytes, Reading<T> reading) throws InvalidRequestException {
        int taken = Math.min(bytes, BYTES); // a file at a terminal can be longer
        room.acquireUninterruptibly(taken);
        try {
            return reading.read();
        } finally {
            room.release(taken);
        }
    }
}

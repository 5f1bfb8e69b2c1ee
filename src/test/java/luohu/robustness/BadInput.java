package luohu.robustness;

import java.util.List;

/**
 * Something a caller should not send.
 *
 * @param endpoint whom it is sent to
 * @param name what is wrong with it
 * @param pieces the bytes, sent one piece after another
 * @param last what follows the last piece
 * @param expected what has to come of it
 * @param code the code of the problem it gets; null where there is more than one right one
 */
record BadInput(String endpoint, String name, List<byte[]> pieces, Last last, Expected expected, String code) {

    /** What the caller does after the last piece. */
    enum Last {
        /** Waits for the answer and for the connection to be closed. */
        WAIT,
        /** Says that nothing more will come, and waits. */
        HALF_CLOSE,
        /** As {@link #WAIT}, but it takes one of the service's time limits until something happens. */
        WAIT_FOR_LIMIT
    }

    /** What has to come of it. */
    enum Expected {
        /** A problem document with a status of 400 to 499. */
        PROBLEM,
        /** A status of 400 to 499, or no answer at all: no HTTP was spoken. */
        REFUSAL,
        /** A batch is answered to the end, and its bad line gets a problem. */
        LINE,
        /** Whole lines of a batch that breaks off are answered; that there is no summary says so. */
        CUT,
        /** A refusal, and on the same connection, later, an answer to a right request. */
        KEPT,
        /** An answer as if what is odd were not there, as RFC 9110 allows. */
        ANSWER
    }

    BadInput(String endpoint, String name, byte[] bytes, Expected expected, String code) {
        this(endpoint, name, List.of(bytes), Last.WAIT, expected, code);
    }

    /** The same with another ending. */
    BadInput ending(Last other) {
        return new BadInput(endpoint, name, pieces, other, expected, code);
    }
}

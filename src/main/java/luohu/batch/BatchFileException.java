package luohu.batch;

/** A batch from a file that is not begun or not gone on with; the message says why and how to mend it, in Chinese. */
public final class BatchFileException extends Exception {

    private static final long serialVersionUID = 1L;

    BatchFileException(String message) {
        super(message, null, false, false);
    }
}

package luohu.cli;

/** A command that cannot be carried out; the message says why and how to mend it, in Chinese. */
final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandFailure(String message) {
        super(message, null, false, false);
    }
}

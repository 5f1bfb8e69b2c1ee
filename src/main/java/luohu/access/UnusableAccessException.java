package luohu.access;

/** Settings of access that the service must not start with; the message says in Chinese how to mend them, and holds no secret. */
public final class UnusableAccessException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With what is wrong. */
    public UnusableAccessException(String message) {
        super(message);
    }
}

package luohu.release;

/** A file of keys that cannot be used; the message says in Chinese what is wrong and how to mend it, and holds no key. */
public final class UnusableKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableKeyException(String message) {
        super(message);
    }
}

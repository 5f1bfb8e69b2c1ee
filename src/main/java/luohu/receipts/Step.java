package luohu.receipts;

/**
 * What one step of checking a receipt found.
 *
 * @param subject what was looked at, in Chinese
 * @param result what became of it
 * @param code of a step that does not hold, what kind of thing is wrong; else null
 * @param text what was found, in Chinese
 */
public record Step(String subject, Result result, String code, String text) {

    /** What became of a step. */
    public enum Result {
        /** It is as the receipt says. */
        HOLDS,
        /** It is not as the receipt says. */
        FAILS,
        /** It could not be told. */
        OPEN
    }

    static Step holds(String subject, String text) {
        return new Step(subject, Result.HOLDS, null, text);
    }

    static Step fails(String subject, String code, String text) {
        return new Step(subject, Result.FAILS, code, text);
    }

    static Step open(String subject, String code, String text) {
        return new Step(subject, Result.OPEN, code, text);
    }
}

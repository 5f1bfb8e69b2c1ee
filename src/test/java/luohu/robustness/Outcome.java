package luohu.robustness;

/**
 * What became of an input.
 *
 * @param input the input
 * @param status the status of the answer, 0 when the connection was closed without one
 * @param code the code of the first problem in the answer, empty when there is none
 * @param against what speaks against the answer, with its begin; empty when it is as it has to be
 */
record Outcome(BadInput input, int status, String code, String against) {

    private static final int SHOWN = 200;

    static Outcome of(BadInput input, Answer answer) {
        String text = answer.text();
        String against = Verdict.on(input, answer)
                .map(found -> found + ": " + answer.status() + " " + text.substring(0, Math.min(SHOWN, text.length())))
                .orElse("");
        return new Outcome(input, answer.status(), answer.code(), against);
    }

    /** One that was left hanging, or worse. */
    static Outcome of(BadInput input, Exception failure) {
        return new Outcome(input, 0, "", failure.toString());
    }

    boolean isRight() {
        return against.isEmpty();
    }

    @Override
    public String toString() {
        return input.endpoint() + ": " + input.name() + " → " + against;
    }
}

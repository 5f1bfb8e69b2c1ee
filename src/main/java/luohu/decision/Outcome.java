package luohu.decision;

import luohu.language.Truth;

/** What became of a pathway or restriction. */
public enum Outcome {
    /** Its conditions are known to hold. */
    MATCHED,
    /** Its conditions are known not to hold: not granted by this document, which is not a refusal. */
    NOT_MATCHED,
    /** Facts are missing that would settle it. */
    UNDETERMINED;

    /** The outcome for the truth of the conditions. */
    public static Outcome of(Truth truth) {
        return truth == Truth.TRUE ? MATCHED : truth == Truth.FALSE ? NOT_MATCHED : UNDETERMINED;
    }
}

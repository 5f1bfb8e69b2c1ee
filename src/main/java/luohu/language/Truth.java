package luohu.language;

/** Kleene's three truth values. */
public enum Truth {
    TRUE,
    FALSE,
    UNKNOWN;

    /** TRUE or FALSE; UNKNOWN for null. */
    public static Truth of(Boolean value) {
        return value == null ? UNKNOWN : value ? TRUE : FALSE;
    }

    /** TRUE or FALSE. */
    static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** False beats unknown. */
    public Truth and(Truth other) {
        return this == FALSE || other == FALSE ? FALSE : this == UNKNOWN || other == UNKNOWN ? UNKNOWN : TRUE;
    }

    /** True beats unknown. */
    public Truth or(Truth other) {
        return this == TRUE || other == TRUE ? TRUE : this == UNKNOWN || other == UNKNOWN ? UNKNOWN : FALSE;
    }

    /** Unknown stays unknown. */
    public Truth not() {
        return this == TRUE ? FALSE : this == FALSE ? TRUE : UNKNOWN;
    }

    /** True, false, or null for unknown. */
    public Boolean value() {
        return this == UNKNOWN ? null : this == TRUE ? Boolean.TRUE : Boolean.FALSE;
    }
}

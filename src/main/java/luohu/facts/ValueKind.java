package luohu.facts;

/** What kind of value a fact takes. */
public enum ValueKind {
    /** True or false. */
    BOOLEAN,
    /** A civil day, {@code yyyy-MM-dd}. */
    DATE,
    /** One of a fixed list of names. */
    ENUM,
    /** Six digits, GB/T 2260; {@code 000000} is outside the mainland. */
    DIVISION_CODE,
    /** Two digits from 10 to 90, GB/T 4658; the codes are names, not a rank. */
    EDUCATION_LEVEL,
    /** The caller's own name for an item of the request. */
    ID,
    /** {@code SELF} or the id of a relative. */
    PERSON_ID,
    /** A list of {@code SELF} and ids of relatives. */
    PERSON_IDS,
    /** A whole number. */
    INTEGER,
    /** Facts that belong together. */
    OBJECT,
    /** Any number of items; absent means unknown, empty means none. */
    LIST
}

package luohu.language;

import java.util.Locale;

/** What can be wrong with the files of a rule package; {@code docs/checks.md} explains each and shows how to mend it. */
public enum FindingKind {
    // any file
    BYTE_ORDER_MARK,
    NOT_UTF8,
    UNREADABLE_FILE,
    EMPTY_FILE,
    IGNORED_FILE(Severity.WARNING),
    PLACEHOLDER(Severity.WARNING),

    // folders
    NO_PACKAGES,
    EMPTY_DIRECTORY,
    WRONG_FOLDER,

    // YAML: package.yaml and scenarios
    MALFORMED_YAML,
    DUPLICATE_KEY,
    UNKNOWN_FIELD,
    UNKNOWN_VALUE,
    MISSING,
    WRONG_TYPE,
    NULL_ITEM,
    BAD_DATE,
    BAD_CODE,

    // package.yaml
    WRONG_ID,
    BAD_INTERVAL,
    BAD_QUOTE,
    DUPLICATE_CODE,
    UNKNOWN_RULING,
    CLAUSE_CITED_TWICE(Severity.WARNING),

    // packages of one city beside each other
    CONFLICTING_CITY,
    OVERLAPPING_INTERVAL,
    INTERVAL_GAP(Severity.WARNING),

    // rule files
    RULE_SYNTAX,
    FORBIDDEN_CONSTRUCT,
    RULE_WITHOUT_PATHWAY,
    EMPTY_RULE,
    UNKNOWN_TYPE,
    UNKNOWN_PROPERTY,
    UNKNOWN_VARIABLE,
    DUPLICATE_VARIABLE,
    WRONG_OPERATOR,
    WRONG_VALUE,

    // rules and document beside each other
    UNKNOWN_PATHWAY,
    PATHWAY_WITHOUT_RULE,
    UNKNOWN_MATERIAL,
    UNKNOWN_REGISTRATION,
    UNKNOWN_GROUND,
    CYCLIC_PATHWAYS,

    // what rules come to
    NEVER_HOLDS,
    ALWAYS_TRUE(Severity.WARNING),
    SHADOWED_RULE(Severity.WARNING),
    TOO_MANY_ALTERNATIVES,
    TOO_MANY_JOINS,

    // scenarios
    NO_SCENARIOS,
    PATHWAY_WITHOUT_SCENARIO(Severity.WARNING),
    DUPLICATE_SCENARIO,
    UNKNOWN_PERSON,
    UNKNOWN_PLACE,
    UNKNOWN_FACT,
    FAILING_SCENARIO,

    // packages taken up while the service runs
    UNSIGNED_PACKAGE,
    BAD_SIGNATURE,
    INTERNAL_ERROR;

    /** Whether a finding stops a package. */
    public enum Severity {
        /** The package cannot be used. */
        ERROR,
        /** The package can be used; somebody should look whether it says what is meant. */
        WARNING
    }

    private final Severity severity;

    FindingKind() {
        this(Severity.ERROR);
    }

    FindingKind(Severity severity) {
        this.severity = severity;
    }

    /** The stable English code: {@code rule-syntax}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it stops a package. */
    public Severity severity() {
        return severity;
    }

    /** The kind of that code. */
    public static FindingKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

package luohu.language;

import java.util.List;

/**
 * Where the parsers of one rule file put what they find.
 *
 * @param file the file, relative to the rules folder
 * @param all what has been found so far
 */
record RuleFindings(String file, List<Finding> all) {

    /** Something wrong, and how to mend it. */
    void report(int line, FindingKind kind, String message) {
        all.add(new Finding(file, Math.max(1, line), kind, message));
    }

    /** A construct that rule files may not hold, and what to write instead. */
    void forbid(int line, String what, String mend) {
        report(line, FindingKind.FORBIDDEN_CONSTRUCT, ("规则文件中不能使用" + what).trim() + "；" + mend + "。");
    }
}

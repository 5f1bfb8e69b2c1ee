package luohu.language;

import luohu.language.FindingKind.Severity;

/**
 * Something wrong in a file of a rule package.
 *
 * @param file the file, relative to the rules folder
 * @param line the line, from 1
 * @param kind what kind of finding
 * @param message what is wrong and how to mend it, in Chinese
 */
public record Finding(String file, int line, FindingKind kind, String message) {

    /** A finding by its code, as {@link luohu.binding.Fault} states it. */
    public Finding(String file, int line, String code, String message) {
        this(file, line, FindingKind.of(code), message);
    }

    /** The stable English code of its kind. */
    public String code() {
        return kind.code();
    }

    /** Whether it stops the package. */
    public Severity severity() {
        return kind.severity();
    }

    /** Whether it stops the package. */
    public boolean isError() {
        return severity() == Severity.ERROR;
    }

    @Override
    public String toString() {
        return file + ":" + line + ": " + code() + " " + (isError() ? "" : "警告：") + message;
    }
}

package luohu.cli;

/** The exit codes of every command; they never change their meaning. */
final class ExitCode {

    /** Done, and nothing was found wrong. */
    static final int OK = 0;

    /** Done, and something is wrong with what was looked at: findings, failing scenarios, a missed threshold, a refusal. */
    static final int FOUND = 1;

    /** The command was not written as its help says. */
    static final int USAGE = 2;

    /** Not done: a file cannot be read or written, a name stands for nothing. */
    static final int FAILED = 3;

    private ExitCode() {}
}

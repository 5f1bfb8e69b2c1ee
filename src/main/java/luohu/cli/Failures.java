package luohu.cli;

import luohu.packages.BrokenPackageException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what kept a command from being carried out: never a stack trace. */
final class Failures implements IExecutionExceptionHandler {

    private final Terminal terminal;

    Failures(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleExecutionException(Exception error, CommandLine line, ParseResult result) {
        if (error instanceof BrokenPackageException broken) {
            broken.findings().forEach(terminal.out()::println);
            terminal.err().println("规则包有误，共 " + broken.findings().size() + " 处；改正后再试。");
            return ExitCode.FOUND;
        } else if (error instanceof CommandFailure failure) {
            terminal.err().println(failure.getMessage());
            return ExitCode.FAILED;
        }
        StackTraceElement[] trace = error.getStackTrace();
        terminal.err()
                .println("程序内部出错，请把这一行告诉维护人员：" + error.getClass().getName()
                        + (trace.length == 0 ? "" : " 在 " + trace[0]));
        return ExitCode.FAILED;
    }
}

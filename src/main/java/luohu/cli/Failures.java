package luohu.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
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

    private static String reason(FileSystemException error) {
        if (error instanceof AccessDeniedException) {
            return "没有权限，请换一个地方或者改正权限";
        } else if (error instanceof NoSuchFileException) {
            return "没有这个文件或者文件夹，请改正路径";
        }
        return "请确认它不是文件夹，并且可以写入";
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
        if (error instanceof FileSystemException file) {
            terminal.err().println("读不了或者写不了 " + file.getFile() + "：" + reason(file) + "。");
            return ExitCode.FAILED;
        } else if (error instanceof IOException || error instanceof UncheckedIOException) {
            terminal.err().println("读写文件时出错；请检查路径、权限和磁盘空间。");
            return ExitCode.FAILED;
        }
        StackTraceElement[] trace = error.getStackTrace();
        terminal.err()
                .println("程序内部出错，请把这一行告诉维护人员：" + error.getClass().getName()
                        + (trace.length == 0 ? "" : " 在 " + trace[0]));
        return ExitCode.FAILED;
    }
}

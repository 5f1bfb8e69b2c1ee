package luohu.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Help.Ansi;

/**
 * Where a command prints: UTF-8 whatever the locale, colours only on a terminal.
 *
 * @param out what the command gives
 * @param err what is not part of it: progress, what is wrong with the command
 * @param showsProgress whether anybody watches {@code err}
 */
record Terminal(PrintWriter out, PrintStream err, boolean showsProgress) {

    /** The process's own; {@code luohu.progress} says whether standard error is a terminal, which Java cannot tell. */
    static Terminal system() {
        return new Terminal(
                new PrintWriter(stream(FileDescriptor.out), true),
                stream(FileDescriptor.err),
                Boolean.getBoolean("luohu.progress"));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** Words that say that all is well. */
    String good(String words) {
        return Ansi.AUTO.string("@|green " + words + "|@");
    }

    /** Words that say that something is wrong. */
    String bad(String words) {
        return Ansi.AUTO.string("@|bold,red " + words + "|@");
    }

    /** Words that say that something is open. */
    String open(String words) {
        return Ansi.AUTO.string("@|yellow " + words + "|@");
    }

    /** A heading. */
    String strong(String words) {
        return Ansi.AUTO.string("@|bold " + words + "|@");
    }
}

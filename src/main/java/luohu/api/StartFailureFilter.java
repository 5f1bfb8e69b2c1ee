package luohu.api;

import io.quarkus.logging.LoggingFilter;
import java.net.BindException;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import luohu.access.UnusableAccessException;
import luohu.packages.BrokenPackageException;
import luohu.release.UnusableKeyException;
import org.jboss.logmanager.ExtLogRecord;

/**
 * When a rule package, a key file, settings of access or a port taken keep the service from starting, the log says what is wrong with it, not
 * where in the program.
 */
@LoggingFilter(name = "start-failure")
public final class StartFailureFilter implements Filter {

    private static final String STARTER = "io.quarkus.runtime.Application";

    /** What Quarkus says first; what it adds advises to kill whatever has the port. */
    private static final Pattern PORT_TAKEN = Pattern.compile("Port (\\d+) seems to be in use.*");

    private static final Pattern MANAGEMENT_TAKEN = Pattern.compile("Unable to start the management interface on (.+)");

    @Override
    public boolean isLoggable(LogRecord entry) {
        if (STARTER.equals(entry.getLoggerName()) && entry.getThrown() == null) {
            return isOfPorts(entry);
        }
        for (Throwable cause = entry.getThrown(); cause != null; cause = cause.getCause()) {
            if (cause instanceof BrokenPackageException
                    || cause instanceof UnusableKeyException
                    || cause instanceof UnusableAccessException) {
                replace(entry, cause.getMessage());
                return true;
            }
            Matcher taken = MANAGEMENT_TAKEN.matcher(String.valueOf(cause.getMessage()));
            if (cause.getCause() instanceof BindException && taken.matches()) {
                replace(
                        entry,
                        "管理端口 " + taken.group(1)
                                + "（quarkus.management.host、quarkus.management.port）用不了，多半已被占用；请停掉占用它的程序，或者改这两项设置。");
                return true;
            }
        }
        return true;
    }

    private static boolean isOfPorts(LogRecord entry) {
        Matcher taken =
                PORT_TAKEN.matcher(entry instanceof ExtLogRecord own ? own.getFormattedMessage() : entry.getMessage());
        if (taken.matches()) {
            replace(
                    entry,
                    "端口 " + taken.group(1)
                            + " 已被占用，占用它的可能是另一个副本；请停掉它，或者改 quarkus.http.port（HTTPS 为 quarkus.http.ssl-port）。");
            return true;
        }
        return entry.getLevel().intValue() != Level.WARNING.intValue();
    }

    private static void replace(LogRecord entry, String reason) {
        entry.setMessage("服务未启动。" + reason);
        entry.setParameters(null);
        entry.setThrown(null);
    }
}

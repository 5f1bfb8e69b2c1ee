package luohu.api;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import luohu.access.UnusableAccessException;
import luohu.packages.BrokenPackageException;
import luohu.release.UnusableKeyException;

/**
 * When a rule package, a key file or settings of access keep the service from starting, the log says what is wrong with it, not where in the
 * program.
 */
@LoggingFilter(name = "start-failure")
public final class StartFailureFilter implements Filter {

    @Override
    public boolean isLoggable(LogRecord entry) {
        for (Throwable cause = entry.getThrown(); cause != null; cause = cause.getCause()) {
            if (cause instanceof BrokenPackageException
                    || cause instanceof UnusableKeyException
                    || cause instanceof UnusableAccessException) {
                entry.setMessage("服务未启动。" + cause.getMessage());
                entry.setParameters(null);
                entry.setThrown(null);
                return true;
            }
        }
        return true;
    }
}

package luohu.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.ErrorManager;
import java.util.logging.Level;
import luohu.access.UnusableAccessException;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.logmanager.handlers.SizeRotatingFileHandler;

/**
 * A file of one JSON object a line (JSON Lines). Each line is with the operating system before the next is written; at a given
 * size the file is renamed to {@code .1}, {@code .1} to {@code .2} and so on, and the oldest is deleted.
 */
public final class AuditLog implements AutoCloseable {

    private final ObjectMapper json = new ObjectMapper();
    private final SizeRotatingFileHandler file;
    private final AtomicLong failures = new AtomicLong();

    /**
     * @param path the file, which is appended to
     * @param rotateSize the size at which it is renamed, in bytes
     * @param kept how many renamed files are kept
     * @throws UnusableAccessException when it cannot be written
     */
    public AuditLog(Path path, long rotateSize, int kept) {
        try {
            file = new SizeRotatingFileHandler(path.toFile(), true, rotateSize, kept);
        } catch (FileNotFoundException | SecurityException e) {
            throw new UnusableAccessException("审计日志 " + path + " 写不了；请检查 luohu.audit.file 和写入权限。");
        }
        file.setFormatter(new PatternFormatter("%m%n"));
        file.setLevel(Level.ALL);
        file.setErrorManager(new ErrorManager() {
            @Override
            public void error(String message, Exception failure, int code) {
                failures.incrementAndGet();
            }
        });
    }

    /** Writes a line; what keeps it from being written is counted, and disturbs no request. */
    public void write(AuditEntry entry) {
        try {
            String line = json.writeValueAsString(entry);
            file.publish(
                    new ExtLogRecord(Level.INFO, line, ExtLogRecord.FormatStyle.NO_FORMAT, AuditLog.class.getName()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many lines could not be written. */
    public long failures() {
        return failures.get();
    }

    @Override
    public void close() {
        file.close();
    }
}

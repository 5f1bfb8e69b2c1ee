package luohu.release;

import java.time.OffsetDateTime;
import java.util.List;
import luohu.language.Finding;

/**
 * How the library in use stands to the rules directory.
 *
 * @param findings why what is in the directory is not in use; none when it is
 * @param since when the library in use was taken up or, if degraded, when the directory was first refused
 */
public record ReleaseState(List<Finding> findings, OffsetDateTime since) {

    /** Whether the library in use is older than what is in the directory. */
    public boolean degraded() {
        return !findings.isEmpty();
    }
}

package luohu.api;

import java.io.IOException;
import java.util.Optional;
import luohu.release.DirectoryRelease;
import luohu.release.IndexFile;
import luohu.release.VerifiedIndex;
import org.jboss.logging.Logger;

/** Keeps the index of verified packages, where one is configured. Going without it costs time and nothing else. */
final class VerifiedNotes {

    private static final Logger LOG = Logger.getLogger(VerifiedNotes.class);

    private final Optional<IndexFile> file;
    private VerifiedIndex written = VerifiedIndex.NONE;

    /** With the file; empty to note nothing. */
    VerifiedNotes(Optional<IndexFile> file) {
        this.file = file;
    }

    /** What was verified before. */
    synchronized VerifiedIndex read() {
        file.ifPresent(index -> {
            try {
                written = index.read();
            } catch (IOException e) {
                LOG.warnf(
                        "索引 %s 读不出来（%s）；所有规则包重新检查。", index.path(), e.getClass().getSimpleName());
            }
        });
        return written;
    }

    /** Notes what is verified now, unless that is noted. */
    synchronized void write(DirectoryRelease release) {
        file.ifPresent(index -> {
            VerifiedIndex now = release.verified();
            if (now.equals(written)) {
                return;
            }
            try {
                index.write(now);
                written = now;
            } catch (IOException e) {
                LOG.warnf(
                        "索引 %s 写不进去（%s）；下次启动时重新检查。请使服务能写它所在的文件夹。",
                        index.path(), e.getClass().getSimpleName());
            }
        });
    }
}

package luohu.access;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps the keys in use in step with a file. A change is taken up when two looks one after the other saw the same; when
 * anything is wrong with it, the last good keys stay.
 */
public final class KeyRing {

    /** What became of a change of the file: the number of keys now in use, or what is wrong with it. */
    public record Change(int keys, List<String> findings) {

        /** Whether it is in use. */
        public boolean taken() {
            return findings.isEmpty();
        }
    }

    private final Supplier<KeyFileReading> file;
    private volatile AccessKeys current;
    private volatile List<String> findings = List.of();
    private KeyFileReading judged;
    private KeyFileReading last;

    /**
     * Starts with the keys that are in a file now.
     *
     * @throws UnusableAccessException when anything is wrong with it: there are no last good keys yet
     */
    public KeyRing(Path file) {
        this.file = () -> KeyFileReading.of(file);
        last = this.file.get();
        judged = last;
        if (!last.findings().isEmpty()) {
            throw new UnusableAccessException("密钥文件（luohu.access.keys）有误，共 "
                    + last.findings().size() + " 处：" + String.join("\n", last.findings()));
        }
        current = last.keys();
    }

    AccessKeys current() {
        return current;
    }

    /** Why what is in the file is not in use; none when it is. */
    public List<String> findings() {
        return findings;
    }

    /** Looks at the file; gives what became of a change that has settled since. */
    public synchronized Optional<Change> look() {
        KeyFileReading look = file.get();
        boolean settled = look.equals(last);
        last = look;
        if (!settled || look.equals(judged)) {
            return Optional.empty();
        }
        judged = look;
        findings = look.findings();
        if (findings.isEmpty()) {
            current = look.keys();
        }
        return Optional.of(new Change(current.keys().size(), findings));
    }
}

package luohu.release;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import luohu.language.Finding;
import luohu.library.PackageLibrary;
import luohu.packages.BrokenPackageException;
import luohu.packages.PackageFiles;

/**
 * Keeps the library in use in step with a rules directory. A change is taken up when two looks one after the other saw the
 * same, and only as a whole; when anything is wrong with it, the last good library stays.
 */
public final class DirectoryRelease {

    private final Supplier<Look> directory;
    private final LibraryBuilder builder;
    private final Clock clock;
    private final CurrentLibrary current;
    private volatile ReleaseState state;
    private Release release;
    private String judged;
    private String last;

    /**
     * Starts with what is in the directory now.
     *
     * @param directory gives what is to be seen in the directory
     * @param builder makes libraries of it
     * @param verified the packages that were verified before
     * @param clock for the time of changes
     * @throws BrokenPackageException when anything is wrong with it: there is no last good library yet
     */
    public DirectoryRelease(Supplier<Look> directory, LibraryBuilder builder, VerifiedIndex verified, Clock clock) {
        this.directory = directory;
        this.builder = builder;
        this.clock = clock;
        Look look = directory.get();
        release = builder.build(look, Release.none(), verified);
        current = new CurrentLibrary(release.library());
        state = new ReleaseState(List.of(), now());
        judged = look.fingerprint();
        last = judged;
    }

    /** The library in use. */
    public CurrentLibrary library() {
        return current;
    }

    /** How it stands to the directory. */
    public ReleaseState state() {
        return state;
    }

    /** Every package in use, for a later start. */
    public synchronized VerifiedIndex verified() {
        return VerifiedIndex.of(release);
    }

    /** Looks at the directory; gives what became of a change that has settled since. What was refused once is not tried again. */
    public synchronized Optional<Reload> look() {
        Look look = seen();
        boolean settled = look.fingerprint().equals(last);
        last = look.fingerprint();
        if (!settled || last.equals(judged)) {
            return Optional.empty();
        }
        judged = last;
        return Optional.of(judge(look));
    }

    private Look seen() {
        try {
            return directory.get();
        } catch (RuntimeException | Error e) { // whatever it is, the looks must go on
            return Look.of(List.of(), List.of(PackageTrial.unexpected(".", 1, e)));
        }
    }

    private Reload judge(Look look) {
        try {
            Release next = builder.build(look, release, VerifiedIndex.NONE);
            PackageLibrary before = release.library();
            release = next;
            current.replace(next.library());
            state = new ReleaseState(List.of(), now());
            return new Reload.Taken(Change.of(before, next.library()));
        } catch (BrokenPackageException e) {
            return refuse(e.findings(), look);
        } catch (RuntimeException | Error e) { // whatever it is, the library in use must not suffer from it
            return refuse(List.of(PackageTrial.unexpected(".", 1, e)), look);
        }
    }

    private Reload refuse(List<Finding> findings, Look look) {
        state = new ReleaseState(findings, state.degraded() ? state.since() : now());
        SortedMap<String, String> offered = new TreeMap<>();
        for (int i = 0; i < look.packages().size(); i++) {
            PackageFiles files = look.packages().get(i);
            if (release.held(look.fingerprints().get(i)).isEmpty()) {
                offered.put(files.folder().replace('/', '-'), files.digest());
            }
        }
        return new Reload.Refused(findings, offered);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }
}

package luohu.library;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import luohu.decision.PackageDecider;
import luohu.packages.DocumentHead;
import luohu.packages.PackageFiles;

/**
 * One package of a library: what it is, at any time; its compiled form when it is asked for. It holds the files that decide, so
 * that whatever becomes of the folder they came from, its decisions stay the same. Safe for use by many threads at once.
 */
public final class LibraryPackage {

    private final DocumentHead head;
    private final String digest;
    private final SortedMap<String, List<String>> reads;
    private final PackageFiles files;
    private final Shelf shelf;
    private volatile PackageDecider decider;
    private volatile boolean used;

    LibraryPackage(
            DocumentHead head, String digest, SortedMap<String, List<String>> reads, PackageFiles files, Shelf shelf) {
        this.head = head;
        this.digest = digest;
        this.reads = reads;
        this.files = files;
        this.shelf = shelf;
    }

    /** What its document is. */
    public DocumentHead head() {
        return head;
    }

    /** SHA-256 over document and rules. */
    public String digest() {
        return digest;
    }

    /** The facts that its rules read, each with the pathways and restrictions for which they do. */
    public SortedMap<String, List<String>> reads() {
        return reads;
    }

    /** Its compiled form, if it is there at this moment. Never waits. */
    public Optional<PackageDecider> ready() {
        PackageDecider ready = decider;
        if (ready != null && !used) {
            used = true; // written only when it changes: many threads ask
        }
        return Optional.ofNullable(ready);
    }

    /** Its compiled form; makes it first where need be, which takes some tens of milliseconds, and delays nobody but who asks for it. */
    public PackageDecider decider() {
        return ready().orElseGet(this::load);
    }

    private synchronized PackageDecider load() {
        PackageDecider loaded = decider;
        if (loaded == null) {
            loaded = shelf.compile(files, head);
            decider = loaded;
            shelf.hold(this);
        }
        return loaded;
    }

    /** Begins with a compiled form. */
    synchronized LibraryPackage with(PackageDecider compiled) {
        decider = compiled;
        shelf.hold(this);
        return this;
    }

    /** Whether it was used since this was last asked. */
    boolean wasUsed() {
        boolean was = used;
        used = false;
        return was;
    }

    /** Lets go of the compiled form; who is deciding with it goes on doing so. */
    void giveBack() {
        decider = null;
    }
}

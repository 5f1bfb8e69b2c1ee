package luohu.library;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;
import luohu.decision.PackageDecider;
import luohu.facts.FactSchema;
import luohu.language.Vocabulary;
import luohu.packages.DocumentHead;
import luohu.packages.PackageFiles;
import luohu.packages.PackageReader;
import luohu.packages.PolicyPackage;

/**
 * Room for the compiled forms of so many packages. When there are more, one that was not used for long is given back: a second
 * chance for each that was used since it was last looked at. Packages of libraries that are no longer in use leave by themselves.
 * Safe for use by many threads at once.
 */
public final class Shelf {

    private final int most;
    private final FactSchema schema;
    private final Vocabulary vocabulary;
    private final PackageReader reader;
    private final Deque<WeakReference<LibraryPackage>> held = new ArrayDeque<>();
    private long compiled;

    /**
     * @param most how many packages it holds compiled at a time; at least one
     * @param vocabulary the vocabulary that rules are written in
     * @param schema the facts
     */
    public Shelf(int most, Vocabulary vocabulary, FactSchema schema) {
        if (most < 1) {
            throw new IllegalArgumentException("no room: " + most);
        }
        this.most = most;
        this.schema = schema;
        this.vocabulary = vocabulary;
        this.reader = new PackageReader(vocabulary);
    }

    /** How many packages are held compiled. */
    public synchronized int size() {
        held.removeIf(each -> each.get() == null);
        return held.size();
    }

    /** How many times a package was compiled because somebody asked for it. */
    public synchronized long compiled() {
        return compiled;
    }

    /** Puts a package there that was read and checked. */
    public LibraryPackage put(PackageFiles files, PolicyPackage policy) {
        PackageDecider decider = new PackageDecider(policy, vocabulary, schema);
        return new LibraryPackage(
                        policy.document().head(),
                        policy.digest(),
                        new FactReads(decider.explanations()).byPath(),
                        files.decisive(),
                        this)
                .with(decider);
    }

    /** A package that was verified before, of which only its files are there. */
    public LibraryPackage put(PackageFiles files, Verified verified) {
        return new LibraryPackage(verified.head(), files.digest(), verified.reads(), files.decisive(), this);
    }

    /**
     * Compiles a package that was verified before.
     *
     * @throws MisstatedPackageException when the files are of another document than was said
     */
    PackageDecider compile(PackageFiles files, DocumentHead head) {
        synchronized (this) {
            compiled++;
        }
        PolicyPackage policy = reader.read(files);
        if (!policy.document().head().equals(head)) {
            throw new MisstatedPackageException(files.folder());
        }
        return new PackageDecider(policy, vocabulary, schema);
    }

    synchronized void hold(LibraryPackage loaded) {
        if (held.size() >= most) {
            held.removeIf(each -> each.get() == null); // replaced packages leave first
        }
        int looks = 2 * held.size(); // those that are used again and again meanwhile must not keep it looking
        while (held.size() >= most) {
            WeakReference<LibraryPackage> longest = held.removeFirst();
            LibraryPackage each = longest.get();
            if (each != null && looks-- > 0 && each.wasUsed()) {
                held.addLast(longest);
            } else if (each != null) {
                each.giveBack();
            }
        }
        held.addLast(new WeakReference<>(loaded));
    }
}

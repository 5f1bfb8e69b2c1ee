package luohu.release;

import java.util.function.Supplier;
import luohu.library.PackageLibrary;

/**
 * The library in use. It changes as a whole and at once: whoever asks once per request sees one library from begin to end.
 * Safe for use by many threads at once.
 */
public final class CurrentLibrary implements Supplier<PackageLibrary> {

    private volatile PackageLibrary library;

    /** With the library to begin with. */
    public CurrentLibrary(PackageLibrary library) {
        this.library = library;
    }

    @Override
    public PackageLibrary get() {
        return library;
    }

    /** Requests that have begun keep the library they have; the garbage collector takes it when the last of them ends. */
    void replace(PackageLibrary next) {
        library = next;
    }
}

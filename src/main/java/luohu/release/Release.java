package luohu.release;

import java.util.Map;
import luohu.decision.PackageDecider;
import luohu.library.PackageLibrary;
import luohu.packages.PackageFiles;

/**
 * A library with the files that it was made of, so that the next one takes over what has not changed.
 *
 * @param library the library
 * @param packages its packages, each by all its files
 */
record Release(PackageLibrary library, Map<PackageFiles, PackageDecider> packages) {

    /** Before the first: nothing can be taken over. */
    static Release none() {
        return new Release(null, Map.of());
    }

    Release {
        packages = Map.copyOf(packages);
    }
}

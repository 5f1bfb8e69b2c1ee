package luohu.release;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import luohu.library.LibraryPackage;
import luohu.library.PackageLibrary;
import luohu.release.PackageTrial.Tried;

/**
 * A library with the fingerprints of the files that it was made of, so that the next one takes over what has not changed.
 *
 * @param library the library
 * @param packages its packages, each by the fingerprint of all its files
 */
record Release(PackageLibrary library, Map<String, LibraryPackage> packages) {

    Release {
        packages = Map.copyOf(packages);
    }

    /** Before the first: nothing can be taken over. */
    static Release none() {
        return new Release(null, Map.of());
    }

    /** Of packages that are all sound. */
    static Release of(PackageLibrary library, List<Tried> tried) {
        Map<String, LibraryPackage> packages = new HashMap<>();
        tried.forEach(each -> packages.put(each.fingerprint(), each.held()));
        return new Release(library, packages);
    }

    /** The package with these files. */
    Optional<LibraryPackage> held(String fingerprint) {
        return Optional.ofNullable(packages.get(fingerprint));
    }
}

package luohu.release;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import luohu.library.LibraryPackage;
import luohu.library.PackageLibrary;
import luohu.release.PackageTrial.Tried;

/**
 * A library with the fingerprints of the files that it was made of, so that the next one takes over what has not changed.
 *
 * @param library the library
 * @param packages its packages, each by the fingerprint of all its files
 * @param tried the fingerprints of those that were checked and tried: bundled ones were when the program was built
 */
record Release(PackageLibrary library, Map<String, LibraryPackage> packages, Set<String> tried) {

    Release {
        packages = Map.copyOf(packages);
        tried = Set.copyOf(tried);
    }

    /** Before the first: nothing can be taken over. */
    static Release none() {
        return new Release(null, Map.of(), Set.of());
    }

    /** Of packages that are all sound; {@code directory} has the fingerprints of those of the directory. */
    static Release of(PackageLibrary library, List<Tried> tried, Collection<String> directory) {
        Map<String, LibraryPackage> packages = new HashMap<>();
        tried.forEach(each -> packages.put(each.fingerprint(), each.held()));
        return new Release(library, packages, Set.copyOf(directory));
    }

    /** The package with these files. */
    Optional<LibraryPackage> held(String fingerprint) {
        return Optional.ofNullable(packages.get(fingerprint));
    }
}

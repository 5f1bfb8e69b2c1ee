package luohu.release;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import luohu.library.LibraryPackage;
import luohu.library.Verified;

/**
 * Which packages a program has verified, by the fingerprints of all their files.
 *
 * @param packages what is known of each
 */
public record VerifiedIndex(SortedMap<String, Verified> packages) {

    /** Nothing was verified before. */
    public static final VerifiedIndex NONE = new VerifiedIndex(new TreeMap<>());

    /** What is known of the package with these files, where it was verified. */
    Optional<Verified> of(String fingerprint) {
        return Optional.ofNullable(packages.get(fingerprint));
    }

    /** Of every package of a release that was checked and tried. */
    static VerifiedIndex of(Release release) {
        SortedMap<String, Verified> packages = new TreeMap<>();
        for (String fingerprint : release.tried()) {
            LibraryPackage held = release.packages().get(fingerprint);
            packages.put(fingerprint, new Verified(held.head(), held.reads()));
        }
        return new VerifiedIndex(packages);
    }
}

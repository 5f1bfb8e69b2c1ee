package luohu.release;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import luohu.facts.FactSchema;
import luohu.language.Finding;
import luohu.language.Vocabulary;
import luohu.library.LibraryPackage;
import luohu.library.PackageLibrary;
import luohu.library.Shelf;
import luohu.packages.BrokenPackageException;
import luohu.packages.PackageFiles;
import luohu.release.PackageTrial.Tried;

/** Makes a library of the bundled packages and those of a directory; the latter replace bundled ones of the same id. */
public final class LibraryBuilder {

    private final Map<String, PackageFiles> bundled = new TreeMap<>();
    private final List<PublicKey> keys;
    private final Shelf shelf;
    private final PackageTrial trial;

    /**
     * @param bundled the packages that come with the service
     * @param schema the facts
     * @param keys any of which must have signed each package of the directory; none when packages need no signature
     * @param compiled how many packages are kept compiled at a time
     * @param check what packages of the directory, written in a vocabulary, are asked besides
     */
    public LibraryBuilder(
            Collection<PackageFiles> bundled,
            FactSchema schema,
            List<PublicKey> keys,
            int compiled,
            Function<Vocabulary, PackageCheck> check) {
        bundled.forEach(files -> this.bundled.put(files.folder(), files));
        this.keys = List.copyOf(keys);
        Vocabulary vocabulary = new Vocabulary(schema);
        this.shelf = new Shelf(compiled, vocabulary, schema);
        this.trial = new PackageTrial(vocabulary, shelf, check.apply(vocabulary));
    }

    /** Where the compiled forms of all packages are kept. */
    public Shelf shelf() {
        return shelf;
    }

    /**
     * The library with what a look saw, made on all cores. Packages with the same files as before, or as some that were verified
     * at another time, are neither checked nor tried again.
     *
     * @throws BrokenPackageException with everything found wrong
     */
    Release build(Look look, Release before, VerifiedIndex verified) {
        Map<String, PackageFiles> others = new TreeMap<>(bundled);
        look.packages().forEach(files -> others.remove(files.folder()));
        List<Tried> tried = Stream.concat(
                        IntStream.range(0, look.packages().size())
                                .parallel()
                                .mapToObj(i -> ofDirectory(
                                        look.packages().get(i),
                                        look.fingerprints().get(i),
                                        before,
                                        verified)),
                        others.values().parallelStream().map(files -> ofBundled(files, before)))
                .toList();
        List<Finding> findings = new ArrayList<>(look.findings());
        tried.forEach(each -> findings.addAll(each.findings()));
        PackageLibrary library = library(tried, findings);
        if (!findings.isEmpty()) {
            throw new BrokenPackageException(findings);
        }
        return Release.of(library, tried, look.fingerprints());
    }

    private Tried ofDirectory(PackageFiles files, String fingerprint, Release before, VerifiedIndex verified) {
        Optional<Finding> unsigned = keys.isEmpty() ? Optional.empty() : PackageSignature.check(files, keys);
        if (unsigned.isPresent()) { // nothing of unknown origin is compiled or run
            return new Tried(fingerprint, null, List.of(unsigned.get()));
        }
        return before.held(fingerprint)
                .or(() -> verified.of(fingerprint).map(known -> shelf.put(files, known)))
                .map(held -> Tried.of(fingerprint, held))
                .orElseGet(() -> trial.ofDirectory(files, fingerprint));
    }

    private Tried ofBundled(PackageFiles files, Release before) {
        String fingerprint = files.fingerprint();
        return before.held(fingerprint)
                .map(held -> Tried.of(fingerprint, held))
                .orElseGet(() -> trial.bundled(files, fingerprint));
    }

    /** Of the packages that are sound; adds what they have against each other. */
    private static PackageLibrary library(List<Tried> tried, List<Finding> findings) {
        List<LibraryPackage> sound =
                tried.stream().map(Tried::held).filter(each -> each != null).toList();
        try {
            return PackageLibrary.of(sound);
        } catch (BrokenPackageException e) {
            findings.addAll(e.findings());
            return null;
        }
    }
}

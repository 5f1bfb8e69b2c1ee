package luohu.release;

import java.security.PublicKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import luohu.facts.FactSchema;
import luohu.language.Finding;
import luohu.language.Vocabulary;
import luohu.packages.BrokenPackageException;
import luohu.packages.PackageFiles;

/** Makes a library of the bundled packages and those of a directory; the latter replace bundled ones of the same id. */
public final class LibraryBuilder {

    private final Map<String, PackageFiles> bundled = new TreeMap<>();
    private final FactSchema schema;
    private final Vocabulary vocabulary;
    private final List<PublicKey> keys;
    private final PackageCheck check;

    /**
     * @param bundled the packages that come with the service
     * @param schema the facts
     * @param keys any of which must have signed each package of the directory; none when packages need no signature
     * @param check what packages of the directory, written in a vocabulary, are asked besides
     */
    public LibraryBuilder(
            Collection<PackageFiles> bundled,
            FactSchema schema,
            List<PublicKey> keys,
            Function<Vocabulary, PackageCheck> check) {
        bundled.forEach(files -> this.bundled.put(files.folder(), files));
        this.schema = schema;
        this.vocabulary = new Vocabulary(schema);
        this.keys = List.copyOf(keys);
        this.check = check.apply(vocabulary);
    }

    /**
     * The library with what a look saw. Packages with the same files as before are neither compiled nor tried again.
     *
     * @throws BrokenPackageException with everything found wrong
     */
    Release build(Look look, Release before) {
        Candidate candidate = new Candidate(vocabulary, schema, before);
        look.findings().forEach(candidate::report);
        Map<String, PackageFiles> others = new TreeMap<>(bundled);
        for (PackageFiles files : look.packages()) {
            others.remove(files.folder());
            Optional<Finding> unsigned = keys.isEmpty() ? Optional.empty() : PackageSignature.check(files, keys);
            // Nothing of unknown origin is compiled or run.
            unsigned.ifPresentOrElse(candidate::report, () -> candidate.addFromDirectory(files, check));
        }
        others.values().forEach(candidate::add);
        return candidate.release();
    }
}

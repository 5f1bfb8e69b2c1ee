package luohu.testing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import luohu.decision.PackageDecider;
import luohu.facts.FactSchema;
import luohu.language.Vocabulary;
import luohu.library.PackageFolders;
import luohu.packages.PackageFiles;
import luohu.packages.PackageReader;

/** The rule packages that come with the service, over one vocabulary that tests can use as well. */
public final class Bundled {

    public static final FactSchema SCHEMA = new FactSchema();
    public static final Vocabulary VOCABULARY = new Vocabulary(SCHEMA);
    public static final List<PackageFiles> FILES = PackageFolders.bundled();

    private static final Map<String, PackageDecider> DECIDERS = deciders();

    private Bundled() {}

    /** The ids of all packages; for parameterized tests. */
    public static Stream<String> ids() {
        return DECIDERS.keySet().stream();
    }

    /** The package of an id. */
    public static PackageDecider decider(String id) {
        return DECIDERS.get(id);
    }

    /** The files of the package of an id. */
    public static PackageFiles files(String id) {
        return FILES.stream()
                .filter(each -> each.folder().replace('/', '-').equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, PackageDecider> deciders() {
        PackageReader reader = new PackageReader(VOCABULARY);
        Map<String, PackageDecider> deciders = new TreeMap<>();
        for (PackageFiles files : FILES) {
            PackageDecider decider = new PackageDecider(reader.read(files), VOCABULARY, SCHEMA);
            deciders.put(decider.policy().id(), decider);
        }
        return deciders;
    }
}

package luohu.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import luohu.facts.FactSchema;
import luohu.language.Finding;
import luohu.language.FindingKind;
import luohu.language.Vocabulary;
import luohu.packages.BrokenPackageException;
import luohu.packages.PackageFiles;
import luohu.packages.PackageReader;
import luohu.scenarios.ScenarioCheck;

/** Everything that can be found wrong with rule packages before they are used: files, documents, rules, scenarios. */
public final class RulesCheck {

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::file)
            .thenComparing(Finding::line)
            .thenComparing(Finding::code)
            .thenComparing(Finding::message);

    private final PackageReader reader;
    private final PackageChecks packageChecks;
    private final ScenarioCheck scenarioCheck;

    /** Is told how far a check has come. */
    public interface Watcher {

        /** So many packages will be checked. */
        void begins(int packages);

        /** One more has been. */
        void checked();
    }

    /** A check over the facts. */
    public RulesCheck(FactSchema schema) {
        Vocabulary vocabulary = new Vocabulary(schema);
        this.reader = new PackageReader(vocabulary);
        this.packageChecks = new PackageChecks(vocabulary, schema);
        this.scenarioCheck = new ScenarioCheck(schema);
    }

    /** Everything found in the packages of a folder, watched by nobody. */
    public List<Finding> check(Path folder) {
        return check(folder, new Watcher() {
            @Override
            public void begins(int packages) {
                // nobody wants to know
            }

            @Override
            public void checked() {
                // nobody wants to know
            }
        });
    }

    /**
     * Everything found in the packages of a folder, by file, line and code; never throws for what files hold.
     *
     * @param folder the rules folder, the folder of a city or that of one package; packages of the same rules folder are
     *     looked at for what they have to do with each other
     * @param watcher is told how far it has come
     */
    public List<Finding> check(Path folder, Watcher watcher) {
        Path within = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(within)) {
            return List.of(
                    new Finding(folder.toString(), 1, FindingKind.NO_PACKAGES, "没有这个文件夹；请写规则目录、城市文件夹或者规则包文件夹的路径。"));
        }
        if (!Files.isReadable(within)) {
            return List.of(new Finding(folder.toString(), 1, FindingKind.UNREADABLE_FILE, "文件夹无法读取；请检查它的权限。"));
        }
        int depth = depth(within);
        if (depth < 0) {
            return List.of(new Finding(
                    folder.toString(),
                    1,
                    FindingKind.NO_PACKAGES,
                    "这个文件夹里没有规则包；规则包放在 <城市拼音>/<版本>/ 里，其中有 package.yaml。"));
        }
        Path root = within;
        for (int i = depth; i < 2 && root.getParent() != null; i++) {
            root = root.getParent();
        }
        RulesFolder rules = new RulesFolder(root);
        List<PackageFiles> packages =
                depth == 0 ? rules.files(within).map(List::of).orElse(List.of()) : rules.packages(within);
        watcher.begins(packages.size());
        List<Finding> findings = new ArrayList<>(rules.findings());
        Map<String, ReadDocument> checked = new TreeMap<>();
        for (PackageFiles files : packages) {
            Optional<ReadDocument> document = ReadDocument.of(files);
            document.ifPresent(each -> checked.put(files.folder(), each));
            findings.addAll(check(files, document));
            watcher.checked();
        }
        Map<String, ReadDocument> all = new TreeMap<>(checked);
        if (depth < 2) {
            new RulesFolder(root).packages(root).forEach(files -> ReadDocument.of(files)
                    .ifPresent(each -> all.putIfAbsent(files.folder(), each)));
        }
        findings.addAll(new IntervalCheck(all.values()).check(checked.values()));
        return findings.stream().distinct().sorted(ORDER).toList();
    }

    private List<Finding> check(PackageFiles files, Optional<ReadDocument> read) {
        List<Finding> findings = new ArrayList<>(PlaceholderCheck.check(files));
        List<Finding> scenarios =
                scenarioCheck.check(files, read.map(ReadDocument::document).orElse(null));
        try {
            findings.addAll(packageChecks.check(reader.read(files)));
            if (scenarios.isEmpty() && read.isPresent()) {
                scenarios = scenarioCheck.unshown(
                        files, read.get().document(), read.get().source());
            }
        } catch (BrokenPackageException e) {
            findings.addAll(e.findings());
        }
        read.map(ClauseCheck::new).map(ClauseCheck::check).ifPresent(findings::addAll);
        findings.addAll(scenarios);
        return findings;
    }

    /** How many levels below a folder its packages lie, where most of them do; −1 when there are none. */
    private static int depth(Path folder) {
        long[] counts = new long[3];
        try (Stream<Path> files = Files.walk(folder, 3)) {
            files.filter(each -> RulesFolder.isMain(each) && Files.isRegularFile(each))
                    .map(each -> folder.relativize(each.getParent()))
                    .filter(each -> !each.toString().startsWith("."))
                    .distinct()
                    .forEach(each -> counts[each.toString().isEmpty() ? 0 : each.getNameCount()]++);
        } catch (IOException | java.io.UncheckedIOException e) {
            return -1;
        }
        int depth = -1;
        for (int i = 0; i < counts.length; i++) {
            depth = counts[i] > 0 && (depth < 0 || counts[i] >= counts[depth]) ? i : depth;
        }
        return depth;
    }
}

package luohu.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import luohu.binding.YamlSource;
import luohu.decision.PackageDecider;
import luohu.facts.FactSchema;
import luohu.language.Vocabulary;
import luohu.library.PackageFolders;
import luohu.packages.PackageFiles;
import luohu.packages.PackageReader;
import picocli.CommandLine.Option;

/** The rule packages that a command works on; a group of options that commands share. */
final class Workshop {

    /** Where the project keeps its own packages. */
    private static final Path SOURCES = Path.of("src", "main", "resources", "rules");

    @Option(names = "--rules", paramLabel = "目录", description = "规则目录，默认是本项目的 src/main/resources/rules；没有时用随程序发布的规则包")
    private Path directory;

    private final FactSchema schema = new FactSchema();
    private final Vocabulary vocabulary = new Vocabulary(schema);

    /** The facts there are. */
    FactSchema schema() {
        return schema;
    }

    /** The folder that packages are written to and read from; null when only the bundled ones are there. */
    Path directory() {
        if (directory != null) {
            if (!Files.isDirectory(directory)) {
                throw new CommandFailure("没有目录 " + directory + "；请先建立它，或者改正 --rules。");
            }
            return directory;
        }
        Path sources = Path.of(System.getProperty("luohu.home", ".")).resolve(SOURCES);
        return Files.isDirectory(sources) ? sources : null;
    }

    /** Every package, by folder. */
    List<PackageFiles> all() {
        Path root = directory();
        return root == null ? PackageFolders.bundled() : PackageFolders.under(root);
    }

    /** The packages that somebody names: a folder, a city's name, code or pinyin, or a package's id; all for null. */
    List<PackageFiles> select(String name) {
        if (name == null) {
            return all();
        }
        Path folder = path(name);
        if (folder != null && Files.isDirectory(folder)) {
            List<PackageFiles> found = PackageFolders.in(folder);
            if (found.isEmpty()) {
                throw new CommandFailure("目录 " + name + " 里没有规则包；规则包是 <城市>/<版本>/ 两级文件夹，其中有 package.yaml。");
            }
            return found;
        }
        List<PackageFiles> all = all();
        List<PackageFiles> found =
                all.stream().filter(each -> isNamed(each, name)).toList();
        if (found.isEmpty()) {
            throw new CommandFailure("没有叫 " + name + " 的城市、规则包或者目录。已有的规则包："
                    + all.stream().map(Workshop::id).collect(Collectors.joining("、")) + "。");
        }
        return found;
    }

    /** The one package that somebody names. */
    PackageFiles one(String name) {
        List<PackageFiles> found = select(name);
        if (found.size() > 1) {
            throw new CommandFailure(name + " 有 " + found.size() + " 个规则包，请写明是哪一个："
                    + found.stream().map(Workshop::id).collect(Collectors.joining("、")) + "。");
        }
        return found.get(0);
    }

    /**
     * A package, read, checked and ready to decide.
     *
     * @throws luohu.packages.BrokenPackageException with every finding
     */
    PackageDecider decider(PackageFiles files) {
        return new PackageDecider(new PackageReader(vocabulary).read(files), vocabulary, schema);
    }

    /** The id that a package in this folder has. */
    static String id(PackageFiles files) {
        return files.folder().replace('/', '-');
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static boolean isNamed(PackageFiles files, String name) {
        if (id(files).equals(name)
                || files.folder().equals(name)
                || files.folder().startsWith(name + "/")) {
            return true;
        }
        YamlSource document = YamlSource.of(files.texts().getOrDefault(PackageFiles.DOCUMENT, ""));
        JsonNode city = document.tree() == null ? null : document.tree().path("city");
        return city != null
                && (city.path("name").asText().equals(name)
                        || city.path("name").asText().equals(name + "市")
                        || city.path("code").asText().equals(name));
    }
}

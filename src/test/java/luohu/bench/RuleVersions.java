package luohu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import luohu.library.PackageFolders;
import luohu.packages.PackageFiles;
import luohu.testing.Folders;

/** Two versions of a bundled package that answer differently: each has its name at the end of the names of its rules. */
final class RuleVersions {

    /** How many there are. */
    static final int COUNT = 2;

    private final Path root;
    private final PackageFiles files;

    /**
     * @param root the rules directory
     * @param folder the folder of the package
     */
    RuleVersions(Path root, String folder) {
        this.root = root;
        this.files = PackageFolders.bundled().stream()
                .filter(each -> each.folder().equals(folder))
                .findFirst()
                .orElseThrow();
    }

    /** Empties the directory. */
    void clear() throws IOException {
        Folders.delete(root);
        Files.createDirectories(root);
    }

    /** Puts a version into the directory; gives the digest that its answers bear. */
    String write(int version) throws IOException {
        TreeMap<String, String> texts = new TreeMap<>(files.texts());
        texts.replaceAll((name, text) -> name.endsWith(".drl")
                ? text.replaceAll("(?m)^rule \"([^\"]*)\"", "rule \"$1（第 " + (version + 1) + " 版）\"")
                : text);
        for (Map.Entry<String, String> file : texts.entrySet()) {
            Path path = root.resolve(files.folder()).resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return new PackageFiles(files.folder(), texts).digest();
    }
}

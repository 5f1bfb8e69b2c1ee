package luohu.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import luohu.packages.PackageFiles;

/** What tests do with folders. */
public final class Folders {

    private Folders() {}

    /** Deletes a folder and everything in it; nothing when there is none. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }

    /**
     * Puts packages in place at once, the way configuration is mounted in Kubernetes: the city's folder is a link to
     * {@code ..data/<city>}, and {@code ..data} a link that is moved from one version to the next.
     */
    public static void mount(Path root, PackageFiles files) throws IOException {
        Path version = Files.createTempDirectory(root, "..version");
        InventedPackage.write(version, files);
        Path next = root.resolve("..next");
        Files.createSymbolicLink(next, version.getFileName());
        Files.move(next, root.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
        String city = files.folder().substring(0, files.folder().indexOf('/'));
        if (!Files.isSymbolicLink(root.resolve(city))) {
            Files.createSymbolicLink(root.resolve(city), Path.of("..data", city));
        }
    }
}

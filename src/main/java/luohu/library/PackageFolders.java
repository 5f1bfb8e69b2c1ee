package luohu.library;

import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import luohu.packages.BrokenPackageException;
import luohu.packages.PackageFiles;

/** Finds the files of rule packages: folders {@code <city>/<version>} that lie under a rules folder. */
public final class PackageFolders {

    private PackageFolders() {}

    /** The packages in the jar or class path, by folder. */
    public static List<PackageFiles> bundled() {
        List<PackageFiles> packages = new ArrayList<>();
        try {
            ClassPathUtils.consumeAsPaths("rules", root -> packages.addAll(under(root)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packages;
    }

    /**
     * The packages under a rules folder, by folder.
     *
     * @throws BrokenPackageException for what cannot be read
     */
    public static List<PackageFiles> under(Path root) {
        return read(root, FolderReader::packages);
    }

    /**
     * The packages in a rules folder, in one city's folder or in one package's folder, by folder.
     *
     * @throws BrokenPackageException for what cannot be read
     */
    public static List<PackageFiles> in(Path folder) {
        Path place = folder.toAbsolutePath().normalize();
        Path city = place.getParent();
        if (isPackage(place) && city != null && city.getParent() != null) {
            String name = city.getFileName() + "/" + place.getFileName();
            return read(city.getParent(), reader -> List.of(reader.read(name)));
        } else if (city != null && holdsPackages(place)) {
            return read(city, reader -> reader.packages(place.getFileName().toString()));
        }
        return under(place);
    }

    private static List<PackageFiles> read(Path root, Function<FolderReader, List<PackageFiles>> what) {
        FolderReader reader = new FolderReader(root);
        List<PackageFiles> packages = what.apply(reader);
        if (!reader.findings().isEmpty()) {
            throw new BrokenPackageException(reader.findings());
        }
        return packages;
    }

    private static boolean holdsPackages(Path folder) {
        try (Stream<Path> versions = Files.list(folder)) {
            return versions.anyMatch(PackageFolders::isPackage);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPackage(Path folder) {
        return Files.isRegularFile(folder.resolve(PackageFiles.DOCUMENT));
    }
}

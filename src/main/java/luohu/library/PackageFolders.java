package luohu.library;

import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import luohu.language.Finding;
import luohu.language.FindingKind;
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

    /** The packages under a rules folder, by folder. */
    public static List<PackageFiles> under(Path root) {
        SortedMap<String, SortedMap<String, String>> packages = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String[] parts =
                        root.relativize(file).toString().replace('\\', '/').split("/", 3);
                if (parts.length == 3) {
                    packages.computeIfAbsent(parts[0] + "/" + parts[1], folder -> new TreeMap<>())
                            .put(parts[2], text(String.join("/", parts), Files.readAllBytes(file)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packages.entrySet().stream()
                .map(entry -> new PackageFiles(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The packages in a rules folder, in one city's folder or in one package's folder, by folder. */
    public static List<PackageFiles> in(Path folder) {
        Path place = folder.toAbsolutePath().normalize();
        if (Files.isRegularFile(place.resolve(PackageFiles.DOCUMENT)) && place.getNameCount() > 2) {
            String name = place.getParent().getFileName() + "/" + place.getFileName();
            return within(place.getParent().getParent(), name);
        }
        boolean city;
        try (Stream<Path> versions = Files.list(place)) {
            city = versions.anyMatch(each -> Files.isRegularFile(each.resolve(PackageFiles.DOCUMENT)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return city && place.getNameCount() > 1 ? within(place.getParent(), place.getFileName() + "/") : under(place);
    }

    private static List<PackageFiles> within(Path root, String prefix) {
        return under(root).stream()
                .filter(each ->
                        each.folder().equals(prefix) || each.folder().startsWith(prefix) && prefix.endsWith("/"))
                .toList();
    }

    /**
     * The text of a file.
     *
     * @param name the file, relative to the rules folder
     * @throws BrokenPackageException when the bytes are no UTF-8, or begin with a byte order mark
     */
    public static String text(String name, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.startsWith("\uFEFF")) {
                throw unreadable(name, FindingKind.BYTE_ORDER_MARK, "文件开头有看不见的字节顺序标记（BOM）；请用 UTF-8（无 BOM）另存。");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw unreadable(name, FindingKind.NOT_UTF8, "文件不是 UTF-8 编码；请用 UTF-8（无 BOM）另存。");
        }
    }

    private static BrokenPackageException unreadable(String name, FindingKind kind, String message) {
        return new BrokenPackageException(List.of(new Finding(name, 1, kind, message)));
    }
}

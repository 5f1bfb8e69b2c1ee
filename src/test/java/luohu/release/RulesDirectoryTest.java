package luohu.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.TreeMap;
import luohu.packages.PackageFiles;
import luohu.testing.Folders;
import luohu.testing.InventedPackage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A look at a rules directory")
class RulesDirectoryTest {

    private static final PackageFiles VERSION = InventedPackage.version(1);

    @TempDir
    Path root;

    @Test
    @DisplayName("does not wait for what is no regular file, and refuses files that are too long")
    void reads_regular_files_only() throws IOException, InterruptedException {
        InventedPackage.write(root, InventedPackage.version(1));
        Path folder = root.resolve(InventedPackage.FOLDER);
        Path pipe = folder.resolve("2-pipe.drl");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        Files.writeString(folder.resolve("3-long.drl"), "/".repeat((int) PackageFiles.LONGEST_FILE + 1));
        assertEquals(
                List.of(
                        "yunxi/2024-01-01/2-pipe.drl:1 unreadable-file",
                        "yunxi/2024-01-01/3-long.drl:1 unreadable-file"),
                new RulesDirectory(root)
                        .get().findings().stream()
                                .map(each -> each.file() + ":" + each.line() + " " + each.code())
                                .toList());
    }

    @Test
    @DisplayName("sees the packages with all their files that count")
    void sees_packages() throws IOException {
        PackageFiles signed = new PackageFiles(VERSION.folder(), new TreeMap<>(VERSION.texts()));
        signed.texts().put("package.sig", "c2ln");
        InventedPackage.write(root, signed);
        assertEquals(List.of(signed), look().packages());
        assertEquals(List.of(), look().findings());
    }

    @Test
    @DisplayName("passes over what is hidden, what editors leave behind, and what is no package")
    void passes_over() throws IOException {
        InventedPackage.write(root, VERSION);
        Path folder = root.resolve(VERSION.folder());
        Files.createDirectories(root.resolve(".git/objects"));
        Files.createDirectories(root.resolve("lost+found/1"));
        Files.createDirectories(root.resolve("schema"));
        Files.writeString(root.resolve("schema/package.schema.json"), "{}");
        Files.writeString(root.resolve("README.md"), "");
        Files.writeString(root.resolve("yunxi/README.md"), "");
        Files.createDirectories(root.resolve("yunxi/.2025-01-01"));
        Files.writeString(folder.resolve(".1-resident.drl.swp"), "");
        Files.writeString(folder.resolve("1-resident.drl~"), "");
        Files.write(folder.resolve("original.pdf"), new byte[] {(byte) 0xff});
        Files.writeString(folder.resolve("scenarios/.resident.yaml"), "");
        Files.createSymbolicLink(folder.resolve(".#1-resident.drl"), Path.of("nowhere"));
        assertEquals(List.of(VERSION), look().packages());
        assertEquals(List.of(), look().findings());
    }

    @Test
    @DisplayName("follows the links of mounted configuration, and sees when they lead elsewhere")
    void follows_links() throws IOException {
        Folders.mount(root, VERSION);
        Look before = look();
        assertEquals(List.of(VERSION), before.packages());
        Folders.mount(root, InventedPackage.version(2));
        assertEquals(List.of(InventedPackage.version(2)), look().packages());
        assertNotEquals(before.fingerprint(), look().fingerprint());
    }

    @Test
    @DisplayName("has the same fingerprint for the same files, written again and at another time")
    void fingerprint_of_the_same() throws IOException {
        InventedPackage.write(root, VERSION);
        String before = look().fingerprint();
        InventedPackage.write(root, VERSION);
        Files.setLastModifiedTime(root.resolve(VERSION.folder()).resolve("package.yaml"), FileTime.fromMillis(0));
        assertEquals(before, look().fingerprint());
    }

    @Test
    @DisplayName("has another fingerprint for another text of the same length at the same time, and for another name")
    void fingerprint_of_others() throws IOException {
        InventedPackage.write(root, VERSION);
        String before = look().fingerprint();
        Path rules = root.resolve(VERSION.folder()).resolve("1-resident.drl");
        FileTime time = Files.getLastModifiedTime(rules);
        Files.writeString(rules, Files.readString(rules).replace("true", "null"));
        Files.setLastModifiedTime(rules, time);
        String changed = look().fingerprint();
        assertNotEquals(before, changed);
        Files.move(rules, rules.resolveSibling("2-resident.drl"));
        assertNotEquals(changed, look().fingerprint());
    }

    @Test
    @DisplayName("finds that the directory is gone, or is none")
    void finds_no_directory() throws IOException {
        assertEquals(List.of(".:1 unreadable-file"), findings(root.resolve("gone")));
        assertEquals(List.of(".:1 unreadable-file"), findings(Files.createFile(root.resolve("file"))));
    }

    @Test
    @DisplayName("takes a directory in which there is nothing at all for one that is not mounted")
    void finds_nothing() throws IOException {
        assertEquals(List.of(".:1 empty-directory"), findings(root));
        Files.createFile(root.resolve("README"));
        assertEquals(List.of(), findings(root));
    }

    @Test
    @DisplayName("finds every file and link that cannot be read")
    void finds_the_unreadable() throws IOException {
        InventedPackage.write(root, VERSION);
        Path folder = root.resolve(VERSION.folder());
        Files.createSymbolicLink(root.resolve("haibin"), Path.of("nowhere"));
        Files.createSymbolicLink(folder.resolve("2-other.drl"), Path.of("nowhere"));
        Files.createSymbolicLink(folder.resolve("3-loop.drl"), Path.of("3-loop.drl"));
        Files.write(folder.resolve("4-other.drl"), new byte[] {(byte) 0xff});
        Files.writeString(folder.resolve("5-other.drl"), "\uFEFF");
        assertEquals(
                List.of(
                        "haibin:1 unreadable-file",
                        "yunxi/2024-01-01/2-other.drl:1 unreadable-file",
                        "yunxi/2024-01-01/3-loop.drl:1 unreadable-file",
                        "yunxi/2024-01-01/4-other.drl:1 not-utf8",
                        "yunxi/2024-01-01/5-other.drl:1 byte-order-mark"),
                findings(root));
    }

    private Look look() {
        return new RulesDirectory(root).get();
    }

    private static List<String> findings(Path root) {
        return new RulesDirectory(root)
                .get().findings().stream()
                        .map(each -> each.file() + ":" + each.line() + " " + each.code())
                        .toList();
    }
}

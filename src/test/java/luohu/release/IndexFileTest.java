package luohu.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import luohu.library.LibraryPackage;
import luohu.library.MisstatedPackageException;
import luohu.packages.BrokenPackageException;
import luohu.testing.Bundled;
import luohu.testing.InventedPackage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An index of verified packages")
class IndexFileTest {

    @TempDir
    Path folder;

    private final List<String> checked = new CopyOnWriteArrayList<>();

    @Test
    @DisplayName("holds what is known of each package, and spares its check at the next start")
    void spares_checks() throws IOException {
        InventedPackage.write(rules(), InventedPackage.version(1));
        DirectoryRelease first = start(VerifiedIndex.NONE);
        assertEquals(List.of(InventedPackage.ID), checked);
        file("one").write(first.verified());
        assertEquals(first.verified(), file("one").read());

        DirectoryRelease second = start(file("one").read());
        assertEquals(List.of(InventedPackage.ID), checked, "checked once");
        LibraryPackage held = held(second);
        assertEquals(Optional.empty(), held.ready(), "not compiled before it is asked for");
        assertEquals(held(first).head(), held.head());
        assertEquals(held(first).digest(), held.digest());
        assertEquals(held(first).reads(), held.reads());
        assertEquals(held.digest(), held.decider().policy().digest());
        assertEquals(first.library().get().digest(), second.library().get().digest());
    }

    @Test
    @DisplayName("spares nothing once any file of a package is another, a scenario included")
    void knows_files_by_what_is_in_them() throws IOException {
        InventedPackage.write(rules(), InventedPackage.version(1));
        VerifiedIndex verified = start(VerifiedIndex.NONE).verified();
        InventedPackage.write(
                rules(), InventedPackage.with(InventedPackage.version(1), "scenarios/resident.yaml", "URBAN", "RURAL"));
        assertThrows(BrokenPackageException.class, () -> start(verified));
        InventedPackage.write(rules(), InventedPackage.version(2));
        DirectoryRelease changed = start(verified);
        assertEquals(InventedPackage.version(2).digest(), held(changed).digest());
        assertNotEquals(verified, changed.verified());
    }

    @Test
    @DisplayName("of another program counts for nothing, nor one that is not there")
    void of_another_program() throws IOException {
        InventedPackage.write(rules(), InventedPackage.version(1));
        assertEquals(VerifiedIndex.NONE, file("one").read());
        file("one").write(start(VerifiedIndex.NONE).verified());
        assertEquals(VerifiedIndex.NONE, file("another").read());
        assertFalse(file("one").read().packages().isEmpty());
    }

    @Test
    @DisplayName("that is damaged is refused, whatever is wrong with it")
    void damaged() throws IOException {
        for (String text : List.of(
                "",
                "{",
                "[]",
                "{\"program\":\"one\",\"verified\":{\"packages\":3}}",
                "{\"program\":\"one\",\"verified\":{\"packages\":{\"sha256:1\":{\"head\":null,\"reads\":{}}}}}",
                "{\"program\":\"one\",\"verified\":{\"packages\":{\"sha256:1\":{\"head\":{\"id\":\"a\"},\"reads\":{}}}}}")) {
            Files.writeString(folder.resolve("index.json"), text);
            assertThrows(IOException.class, () -> file("one").read(), text);
        }
        for (String text : List.of("null", "{\"program\":\"one\",\"verified\":null}", "{\"program\":\"one\"}")) {
            Files.writeString(folder.resolve("index.json"), text);
            assertEquals(VerifiedIndex.NONE, file("one").read(), text);
        }
    }

    @Test
    @DisplayName("that says something else of a document than its files do is never decided by")
    void of_another_document() throws IOException {
        InventedPackage.write(rules(), InventedPackage.version(1));
        file("one").write(start(VerifiedIndex.NONE).verified());
        Path index = folder.resolve("index.json");
        Files.writeString(index, Files.readString(index).replace("\"from\":\"2024-01-01\"", "\"from\":\"2014-01-01\""));
        LibraryPackage held = held(start(file("one").read()));
        assertThrows(MisstatedPackageException.class, held::decider);
    }

    @Test
    @DisplayName("holds no bundled package, which nothing tries at the start")
    void without_bundled_packages() throws IOException {
        InventedPackage.write(rules(), InventedPackage.version(1));
        DirectoryRelease release = new DirectoryRelease(
                new RulesDirectory(rules()),
                new LibraryBuilder(Bundled.FILES, Bundled.SCHEMA, List.of(), 10, words -> policy -> List.of()),
                VerifiedIndex.NONE,
                Clock.systemUTC());
        assertEquals(
                Bundled.FILES.size() + 1, release.library().get().packages().size());
        assertEquals(1, release.verified().packages().size());
    }

    @Test
    @DisplayName("names a program by its jar and its libraries")
    void names_the_program() throws IOException {
        Path jar =
                Files.writeString(Files.createDirectories(folder.resolve("app")).resolve("luohu.jar"), "one");
        Path libraries = Files.createDirectories(folder.resolve("lib/main"));
        Files.writeString(libraries.resolve("drools-1.jar"), "");
        String first = Program.of(jar).orElseThrow();
        assertEquals(first, Program.of(jar).orElseThrow());
        Files.move(libraries.resolve("drools-1.jar"), libraries.resolve("drools-2.jar"));
        String second = Program.of(jar).orElseThrow();
        assertNotEquals(first, second);
        Files.writeString(jar, "two");
        assertNotEquals(second, Program.of(jar).orElseThrow());
        assertTrue(Program.of(folder).isEmpty(), "classes in a folder are no program that could be named");
    }

    private Path rules() {
        return folder.resolve("rules");
    }

    private IndexFile file(String program) {
        return new IndexFile(folder.resolve("index.json"), program);
    }

    private DirectoryRelease start(VerifiedIndex verified) {
        return new DirectoryRelease(
                new RulesDirectory(rules()),
                new LibraryBuilder(List.of(), Bundled.SCHEMA, List.of(), 2, words -> policy -> {
                    checked.add(policy.id());
                    return List.of();
                }),
                verified,
                Clock.systemUTC());
    }

    private static LibraryPackage held(DirectoryRelease release) {
        return release.library().get().byId(InventedPackage.ID).orElseThrow();
    }
}

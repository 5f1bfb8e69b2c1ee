package luohu.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import luohu.decision.PackageDecider;
import luohu.language.Finding;
import luohu.library.PackageLibrary;
import luohu.packages.BrokenPackageException;
import luohu.packages.PackageFiles;
import luohu.testing.Bundled;
import luohu.testing.Folders;
import luohu.testing.InventedPackage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The library in use, over a rules directory,")
class DirectoryReleaseTest {

    private static final String WEIHAI = "weihai-2021-10-21";
    private static final PackageFiles BUNDLED = Bundled.files(WEIHAI);
    private static final int ROOM = 10;

    /**
     * A way to break a package.
     *
     * @param what what is wrong with it
     * @param files its files
     * @param expected place and code of each finding
     */
    private record Broken(String what, PackageFiles files, String... expected) {

        @Override
        public String toString() {
            return what;
        }
    }

    @TempDir
    Path root;

    private final List<String> checked = new CopyOnWriteArrayList<>();
    private DirectoryRelease release;

    @BeforeEach
    void start() throws IOException {
        InventedPackage.write(root, InventedPackage.version(1));
        release = release(List.of(BUNDLED));
        checked.clear();
    }

    @Test
    @DisplayName("begins with the bundled packages and those of the directory")
    void begins() {
        assertEquals(List.of(WEIHAI, InventedPackage.ID), ids());
        assertFalse(release.state().degraded());
        assertEquals(Optional.empty(), release.look());
    }

    @Test
    @DisplayName("changes only when two looks one after the other saw the same")
    void waits_for_files_to_settle() throws IOException {
        PackageLibrary before = release.library().get();
        InventedPackage.write(root, InventedPackage.version(2));
        assertEquals(Optional.empty(), release.look());
        InventedPackage.write(root, InventedPackage.version(3));
        assertEquals(Optional.empty(), release.look());
        assertSame(before, release.library().get());
        taken();
        assertEquals(InventedPackage.version(3).digest(), digest(InventedPackage.ID));
        assertEquals(Optional.empty(), release.look());
    }

    @Test
    @DisplayName("says which package changed, from which digest to which")
    void names_the_change() throws IOException {
        InventedPackage.write(root, InventedPackage.version(2));
        assertEquals(
                "更换 " + InventedPackage.ID + " " + InventedPackage.version(1).digest() + " → "
                        + InventedPackage.version(2).digest(),
                taken().toString());
        Folders.delete(root.resolve("yunxi/2024-01-01"));
        assertEquals(
                "撤下 " + InventedPackage.ID + " " + InventedPackage.version(2).digest(), taken().toString());
        InventedPackage.write(root, InventedPackage.version(1));
        assertEquals(
                "新增 " + InventedPackage.ID + " " + InventedPackage.version(1).digest(), taken().toString());
    }

    @Test
    @DisplayName("has a package of the directory in place of the bundled one of the same id, until it is withdrawn")
    void replaces_a_bundled_package() throws IOException {
        PackageFiles other = InventedPackage.with(BUNDLED, "package.yaml", "revision: 1.0.0", "revision: 1.0.1");
        InventedPackage.write(root, other);
        taken();
        assertEquals(other.digest(), digest(WEIHAI));
        Folders.delete(root.resolve("weihai"));
        taken();
        assertEquals(BUNDLED.digest(), digest(WEIHAI));
    }

    @Test
    @DisplayName("keeps the compiled form of every package whose files are the same")
    void compiles_only_what_changed() throws IOException {
        PackageDecider weihai = decider(WEIHAI);
        PackageDecider yunxi = decider(InventedPackage.ID);
        InventedPackage.write(root, InventedPackage.version(2));
        taken();
        assertSame(weihai, decider(WEIHAI));
        assertNotSame(yunxi, decider(InventedPackage.ID));
        assertEquals(List.of(InventedPackage.ID), checked);
    }

    @Test
    @DisplayName("takes up changed scenarios as well, which leave the digest as it is")
    void takes_up_scenarios() throws IOException {
        InventedPackage.write(
                root, InventedPackage.with(InventedPackage.version(1), "scenarios/resident.yaml", "的人，", "的人"));
        assertTrue(taken().toString().contains("与原来相同"));
    }

    static Stream<Broken> broken() {
        PackageFiles sound = InventedPackage.version(2);
        PackageFiles silent = new PackageFiles(sound.folder(), sound.rules());
        silent.texts().put("package.yaml", sound.texts().get("package.yaml"));
        return Stream.of(
                new Broken(
                        "规则有误",
                        InventedPackage.with(sound, "1-resident.drl", "inCountryside", "inCountrysid"),
                        "yunxi/2024-01-01/1-resident.drl:4 unknown-property"),
                new Broken(
                        "文件和情形都有误",
                        InventedPackage.with(
                                InventedPackage.with(sound, "package.yaml", "signed:", "singed:"),
                                "scenarios/resident.yaml",
                                "areaType",
                                "areaTyp"),
                        "yunxi/2024-01-01/package.yaml:5 unknown-field",
                        "yunxi/2024-01-01/scenarios/resident.yaml:4 unknown-field"),
                new Broken(
                        "情形不通过",
                        InventedPackage.with(sound, "scenarios/resident.yaml", "RURAL", "URBAN"),
                        "yunxi/2024-01-01/scenarios/resident.yaml:6 failing-scenario"),
                new Broken("没有情形", silent, "yunxi/2024-01-01/package.yaml:1 no-scenarios"),
                new Broken(
                        "与自带的规则包期间重叠",
                        new PackageFiles(
                                "weihai/2022-01-01",
                                InventedPackage.with(
                                                BUNDLED,
                                                "package.yaml",
                                                "id: weihai-2021-10-21",
                                                "id: weihai-2022-01-01")
                                        .texts()),
                        "weihai/2022-01-01/package.yaml:1 overlapping-interval"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    @DisplayName("stays as it is while a changed package is broken, says why, and tries it once only")
    void keeps_the_last_good_library(Broken broken) throws IOException {
        PackageLibrary before = release.library().get();
        Folders.delete(root.resolve(InventedPackage.FOLDER));
        InventedPackage.write(root, broken.files());
        Reload.Refused refused = refused();
        assertEquals(List.of(broken.expected()), places(refused.findings()), refused::toString);
        assertEquals(
                broken.files().digest(),
                refused.offered().get(broken.files().folder().replace('/', '-')));
        assertSame(before, release.library().get());
        assertEquals(refused.findings(), release.state().findings());
        int tries = checked.size();
        assertEquals(Optional.empty(), release.look());
        assertEquals(Optional.empty(), release.look());
        assertEquals(tries, checked.size());

        Folders.delete(root);
        InventedPackage.write(root, InventedPackage.version(3));
        taken();
        assertFalse(release.state().degraded());
        assertEquals(InventedPackage.version(3).digest(), digest(InventedPackage.ID));
    }

    @Test
    @DisplayName("says of a failing scenario what it expects and what came out")
    void explains_a_failing_scenario() throws IOException {
        InventedPackage.write(
                root, InventedPackage.with(InventedPackage.version(1), "scenarios/resident.yaml", "URBAN", "RURAL"));
        String message = refused().findings().get(0).message();
        assertTrue(message.startsWith("情形“住在本市的人，可以按居住落户”不通过，请改正规则或者情形。resident（按居住落户（第 1 版））：应为符合"), message);
        assertTrue(message.contains("实为不符合"), message);
        assertTrue(message.contains("居住地在本市城镇"), message);
        assertFalse(message.contains("\n"), message);
    }

    @Test
    @DisplayName("takes up nothing of a change of which one package is broken, and finds all that is wrong at once")
    void changes_as_a_whole() throws IOException {
        InventedPackage.write(root, InventedPackage.version(2));
        InventedPackage.write(root, InventedPackage.with(BUNDLED, "1-town.drl", "\"OWNED\"", "\"OWNDE\""));
        Files.createDirectories(root.resolve("haibin/2024-01-01"));
        assertEquals(
                List.of(
                        "haibin/2024-01-01/package.yaml:1 missing",
                        "haibin/2024-01-01/package.yaml:1 no-scenarios",
                        "weihai/2021-10-21/1-town.drl:8 unknown-value"),
                places(refused().findings()));
        assertEquals(InventedPackage.version(1).digest(), digest(InventedPackage.ID));
    }

    @Test
    @DisplayName("stays as it is when the directory is gone, and does not fall back to older law")
    void survives_the_loss_of_the_directory() throws IOException {
        Folders.delete(root);
        assertEquals(List.of(".:1 unreadable-file"), places(refused().findings()));
        Files.createDirectories(root);
        assertEquals(List.of(".:1 empty-directory"), places(refused().findings()));
        assertEquals(List.of(WEIHAI, InventedPackage.ID), ids());
        InventedPackage.write(root, InventedPackage.version(1));
        PackageDecider before = decider(InventedPackage.ID);
        taken();
        assertFalse(release.state().degraded());
        assertSame(before, decider(InventedPackage.ID));
    }

    @Test
    @DisplayName("stays as it is when checking or looking fails in a way nobody foresaw")
    void survives_the_unforeseen() throws IOException {
        List<RuntimeException> failures = new ArrayList<>();
        RulesDirectory directory = new RulesDirectory(root);
        DirectoryRelease fragile = new DirectoryRelease(
                () -> {
                    if (!failures.isEmpty()) {
                        throw failures.get(0);
                    }
                    return directory.get();
                },
                new LibraryBuilder(List.of(BUNDLED), Bundled.SCHEMA, List.of(), ROOM, words -> policy -> {
                    if (policy.document().pathways().get(0).title().contains("第 2 版")) {
                        throw new IllegalStateException("unforeseen");
                    }
                    return List.of();
                }),
                VerifiedIndex.NONE,
                Clock.systemUTC());
        PackageLibrary before = fragile.library().get();
        InventedPackage.write(root, InventedPackage.version(2));
        fragile.look();
        assertInstanceOf(Reload.Refused.class, fragile.look().orElseThrow());
        assertEquals(
                List.of("yunxi/2024-01-01/package.yaml:1 internal-error"),
                places(fragile.state().findings()));
        failures.add(new IllegalArgumentException("unforeseen"));
        fragile.look();
        assertInstanceOf(Reload.Refused.class, fragile.look().orElseThrow());
        assertEquals(List.of(".:1 internal-error"), places(fragile.state().findings()));
        assertSame(before, fragile.library().get());
    }

    @Test
    @DisplayName("is refused at the start when the directory is broken: there is no last good one")
    void does_not_begin_broken() throws IOException {
        InventedPackage.write(
                root, InventedPackage.with(InventedPackage.version(1), "scenarios/resident.yaml", "URBAN", "RURAL"));
        BrokenPackageException refusal = assertThrows(BrokenPackageException.class, () -> release(List.of(BUNDLED)));
        assertEquals(
                List.of("yunxi/2024-01-01/scenarios/resident.yaml:6 failing-scenario"), places(refusal.findings()));
        Folders.delete(root);
        assertThrows(BrokenPackageException.class, () -> release(List.of(BUNDLED)));
    }

    private DirectoryRelease release(List<PackageFiles> bundled) {
        return release(bundled, VerifiedIndex.NONE);
    }

    private DirectoryRelease release(List<PackageFiles> bundled, VerifiedIndex verified) {
        PackageCheck check = policy -> {
            checked.add(policy.id());
            return List.of();
        };
        return new DirectoryRelease(
                new RulesDirectory(root),
                new LibraryBuilder(bundled, Bundled.SCHEMA, List.of(), ROOM, words -> check),
                verified,
                Clock.fixed(Instant.parse("2024-05-01T00:00:00Z"), ZoneOffset.ofHours(8)));
    }

    private Change taken() {
        return assertInstanceOf(Reload.Taken.class, settled()).change();
    }

    private Reload.Refused refused() {
        return assertInstanceOf(Reload.Refused.class, settled());
    }

    /** What becomes of the change, for which a first look may have to be taken. */
    private Reload settled() {
        return release.look().or(release::look).orElseThrow();
    }

    private List<String> ids() {
        return release.library().get().packages().stream()
                .map(each -> each.head().id())
                .toList();
    }

    private PackageDecider decider(String id) {
        return release.library().get().byId(id).orElseThrow().decider();
    }

    private String digest(String id) {
        return decider(id).policy().digest();
    }

    private static List<String> places(List<Finding> findings) {
        return findings.stream()
                .map(each -> each.file() + ":" + each.line() + " " + each.code())
                .toList();
    }
}

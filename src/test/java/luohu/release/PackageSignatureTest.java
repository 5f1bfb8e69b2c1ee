package luohu.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import luohu.language.Finding;
import luohu.packages.BrokenPackageException;
import luohu.packages.PackageFiles;
import luohu.testing.Bundled;
import luohu.testing.InventedPackage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The signature of a package")
class PackageSignatureTest {

    private static final KeyPair OURS = keyPair("Ed25519");
    private static final KeyPair OTHER = keyPair("Ed25519");

    /** Made by openssl genpkey, pkey -pubout and pkeyutl -sign -rawin, over the digest of the package below. */
    private static final String OPENSSL_KEY =
            """
            -----BEGIN PUBLIC KEY-----
            MCowBQYDK2VwAyEAI4lihJ/12Gy1JdStvJU9wrjlxEu7DRTL4DCbe3k0Bi0=
            -----END PUBLIC KEY-----
            """;

    private static final String OPENSSL_SIGNATURE =
            "814VmtEapURb6m4+/iczp/0GO79UcLba9zggvaxx6p1W9Vm30tptnSQYiWJDacznIlT3024z92pjGbWmpfb3AQ==";

    @TempDir
    Path folder;

    @Test
    @DisplayName("is good when any of the keys made it, on one line or wrapped")
    void is_good() throws GeneralSecurityException {
        String signature = PackageSignature.sign(InventedPackage.version(1), OURS.getPrivate());
        assertEquals(List.of(), check(signed(1, signature), OURS.getPublic()));
        assertEquals(List.of(), check(signed(1, signature), OTHER.getPublic(), OURS.getPublic()));
        String wrapped = signature.substring(0, 64) + "\r\n" + signature.substring(64);
        assertEquals(List.of(), check(signed(1, wrapped), OURS.getPublic()));
    }

    @Test
    @DisplayName("is good when openssl made it")
    void of_openssl() throws IOException {
        PackageFiles files = new PackageFiles(
                "x/y",
                new TreeMap<>(Map.of(
                        "package.yaml", "id: x\n",
                        "1-a.drl", "rule \"一\" end\n",
                        "package.sig", OPENSSL_SIGNATURE)));
        Path key = Files.writeString(folder.resolve("key"), OPENSSL_KEY);
        assertEquals(List.of(), check(files, KeyFile.publicKeys(key).get(0)));
    }

    @Test
    @DisplayName("covers document and rules, not the scenarios")
    void covers_what_decides() throws GeneralSecurityException {
        String signature = PackageSignature.sign(InventedPackage.version(1), OURS.getPrivate());
        PackageFiles signed = signed(1, signature);
        assertEquals(
                List.of(),
                check(InventedPackage.with(signed, "scenarios/resident.yaml", "的人，", "的人"), OURS.getPublic()));
        List<String> bad = List.of("yunxi/2024-01-01/package.sig:1 bad-signature");
        assertEquals(bad, check(InventedPackage.with(signed, "1-resident.drl", "一", "二"), OURS.getPublic()));
        assertEquals(bad, check(InventedPackage.with(signed, "package.yaml", "1.0.0", "1.0.1"), OURS.getPublic()));
        assertEquals(bad, check(signed(2, signature), OURS.getPublic()));
        assertEquals(bad, check(signed, OTHER.getPublic()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "签名", "c2ln", "{}", "sha256:0"})
    @DisplayName("is bad when it is no signature at all")
    void is_bad(String signature) {
        assertEquals(
                List.of("yunxi/2024-01-01/package.sig:1 bad-signature"), check(signed(1, signature), OURS.getPublic()));
    }

    @Test
    @DisplayName("may be missing only where no key is configured; the finding tells the digest to sign")
    void is_missing() {
        Finding finding = PackageSignature.check(InventedPackage.version(1), List.of(OURS.getPublic()))
                .orElseThrow();
        assertEquals("unsigned-package", finding.code());
        assertTrue(finding.message().contains(InventedPackage.version(1).digest()));
    }

    @Test
    @DisplayName("keeps out whatever is not signed, while the signed package stays in use")
    void keeps_out_the_unsigned() throws IOException {
        Path keyFile = Files.writeString(
                folder.resolve("private.pem"),
                pem("PRIVATE KEY", OURS.getPrivate().getEncoded()));
        Path root = folder.resolve("rules");
        PackageSigner signer = PackageSigner.of(keyFile);
        InventedPackage.write(root, InventedPackage.version(1));
        PackageSigner.Signed signed = signer.sign(root.resolve(InventedPackage.FOLDER));
        assertEquals(InventedPackage.version(1).digest(), signed.digest());
        DirectoryRelease release = new DirectoryRelease(
                new RulesDirectory(root),
                new LibraryBuilder(
                        Bundled.FILES, Bundled.SCHEMA, List.of(OURS.getPublic()), 10, words -> policy -> List.of()),
                VerifiedIndex.NONE,
                Clock.systemUTC());

        InventedPackage.write(root, InventedPackage.version(2));
        assertEquals(List.of("yunxi/2024-01-01/package.sig:1 bad-signature"), refused(release));
        Files.delete(signed.file());
        assertEquals(List.of("yunxi/2024-01-01/package.sig:1 unsigned-package"), refused(release));
        Files.write(signed.file(), new byte[] {(byte) 0xff, 0, 1});
        assertEquals(List.of("yunxi/2024-01-01/package.sig:1 bad-signature"), refused(release));
        InventedPackage.write(root, Bundled.files("weihai-2021-10-21"));
        signer.sign(root.resolve(InventedPackage.FOLDER));
        assertEquals(List.of("weihai/2021-10-21/package.sig:1 unsigned-package"), refused(release));
        assertEquals(
                InventedPackage.version(1).digest(),
                release.library().get().byId(InventedPackage.ID).orElseThrow().digest());
        signer.sign(root.resolve("weihai/2021-10-21"));
        release.look();
        assertEquals(Reload.Taken.class, release.look().orElseThrow().getClass());
    }

    @Test
    @DisplayName("is not made for a folder that holds no package")
    void is_not_made_for_nothing() throws IOException {
        Path keyFile = Files.writeString(
                folder.resolve("private.pem"),
                pem("PRIVATE KEY", OURS.getPrivate().getEncoded()));
        PackageSigner signer = PackageSigner.of(keyFile);
        BrokenPackageException refusal = assertThrows(BrokenPackageException.class, () -> signer.sign(folder));
        assertEquals("missing", refusal.findings().get(0).code());
        assertThrows(BrokenPackageException.class, () -> signer.sign(folder.resolve("gone")));
    }

    @Test
    @DisplayName("is checked with every key of a file")
    void several_keys() throws IOException {
        String both = "旧钥\n" + pem("PUBLIC KEY", OTHER.getPublic().getEncoded()) + "新钥\n"
                + pem("PUBLIC KEY", OURS.getPublic().getEncoded());
        assertEquals(
                List.of(OTHER.getPublic(), OURS.getPublic()),
                KeyFile.publicKeys(Files.writeString(folder.resolve("keys"), both)));
    }

    @Test
    @DisplayName(
            "cannot be checked with a file that is no list of Ed25519 public keys, and the message says what is wrong")
    void unusable_keys() throws IOException {
        assertUnusable("读不出来", null);
        assertUnusable("应为 PEM", "");
        assertUnusable("应为 PEM", pem("PRIVATE KEY", OURS.getPrivate().getEncoded()));
        String sound = pem("PUBLIC KEY", OURS.getPublic().getEncoded());
        assertUnusable("应为 PEM", sound + sound.substring(0, sound.length() - 10));
        assertUnusable(
                "第 2 个公钥",
                sound + pem("PUBLIC KEY", keyPair("Ed448").getPublic().getEncoded()));
        assertUnusable("第 1 个公钥", pem("PUBLIC KEY", keyPair("RSA").getPublic().getEncoded()));
        assertUnusable("第 1 个公钥", pem("PUBLIC KEY", new byte[] {1, 2, 3}));
    }

    @Test
    @DisplayName("cannot be made with a file that is no Ed25519 private key")
    void unusable_private_key() throws IOException {
        Path file = folder.resolve("key");
        for (String text : List.of(
                "",
                pem("PUBLIC KEY", OURS.getPublic().getEncoded()),
                pem("PRIVATE KEY", keyPair("RSA").getPrivate().getEncoded()))) {
            Files.writeString(file, text);
            assertThrows(UnusableKeyException.class, () -> PackageSigner.of(file));
        }
    }

    private void assertUnusable(String message, String text) throws IOException {
        Path file = folder.resolve("key");
        if (text != null) {
            Files.writeString(file, text);
        }
        UnusableKeyException refusal = assertThrows(UnusableKeyException.class, () -> KeyFile.publicKeys(file));
        assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
    }

    private static List<String> refused(DirectoryRelease release) {
        release.look();
        Reload.Refused refused = (Reload.Refused) release.look().orElseThrow();
        return refused.findings().stream().map(PackageSignatureTest::place).toList();
    }

    private static List<String> check(PackageFiles files, PublicKey... keys) {
        return PackageSignature.check(files, List.of(keys)).map(PackageSignatureTest::place).stream()
                .toList();
    }

    private static String place(Finding finding) {
        return finding.file() + ":" + finding.line() + " " + finding.code();
    }

    private static PackageFiles signed(int version, String signature) {
        PackageFiles files = InventedPackage.version(version);
        files.texts().put("package.sig", signature);
        return files;
    }

    private static String pem(String label, byte[] bytes) {
        String base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes);
        return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
    }

    private static KeyPair keyPair(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

package luohu.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.List;
import luohu.language.Finding;
import luohu.language.FindingKind;
import luohu.library.FolderReader;
import luohu.packages.BrokenPackageException;
import luohu.packages.PackageFiles;

/** Signs packages for a service that takes up only signed ones. */
public final class PackageSigner {

    private final PrivateKey key;

    private PackageSigner(PrivateKey key) {
        this.key = key;
    }

    /**
     * What was signed.
     *
     * @param file the file that now holds the signature
     * @param digest the digest of the package, over which it was made
     */
    public record Signed(Path file, String digest) {}

    /**
     * A signer with the private key of a file.
     *
     * @param file one Ed25519 private key in PEM, PKCS #8, not encrypted
     * @throws UnusableKeyException when the file is no such thing
     */
    public static PackageSigner of(Path file) {
        return new PackageSigner(KeyFile.privateKey(file));
    }

    /**
     * Signs the package in a folder as it is now, without checking it.
     *
     * @param folder the folder of one package, {@code <city>/<version>}
     * @throws BrokenPackageException when a file cannot be read, or there is no {@code package.yaml}
     * @throws UncheckedIOException when the signature cannot be written
     */
    public Signed sign(Path folder) {
        PackageFiles files = read(folder);
        Path file = folder.resolve(PackageFiles.SIGNATURE);
        Path written = folder.resolve("." + PackageFiles.SIGNATURE);
        try {
            Files.writeString(written, PackageSignature.sign(files, key));
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // the key is known to be one of the algorithm
        }
        return new Signed(file, files.digest());
    }

    private static PackageFiles read(Path folder) {
        FolderReader reader = new FolderReader(folder);
        PackageFiles files = reader.read("");
        if (!reader.findings().isEmpty()) {
            throw new BrokenPackageException(reader.findings());
        } else if (!files.texts().containsKey(PackageFiles.DOCUMENT)) {
            throw new BrokenPackageException(List.of(new Finding(
                    PackageFiles.DOCUMENT,
                    1,
                    FindingKind.MISSING,
                    "这里没有 " + PackageFiles.DOCUMENT + "；请给出一个规则包的文件夹（<城市>/<版本>）。")));
        }
        return files;
    }
}

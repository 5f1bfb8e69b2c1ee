package luohu.release;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import luohu.language.Finding;
import luohu.packages.PackageFiles;

/**
 * What was to be seen in a rules directory at one time.
 *
 * @param packages the packages, by folder
 * @param findings what could not be read
 * @param fingerprint the same for two looks that saw the same, and different for any other two
 */
public record Look(List<PackageFiles> packages, List<Finding> findings, String fingerprint) {

    /** The look at a directory where there is none: only the bundled packages are. */
    public static final Look NOWHERE = of(List.of(), List.of());

    /** With its fingerprint. */
    static Look of(List<PackageFiles> packages, List<Finding> findings) {
        MessageDigest sha256 = sha256();
        for (PackageFiles files : packages) {
            add(sha256, files.folder());
            files.texts().forEach((name, text) -> {
                add(sha256, name);
                add(sha256, text);
            });
            add(sha256, ""); // no file has this name: the next text is a folder again
        }
        findings.forEach(finding -> add(sha256, finding.toString()));
        return new Look(
                List.copyOf(packages), List.copyOf(findings), HexFormat.of().formatHex(sha256.digest()));
    }

    /** Lengths keep apart what would read the same when strung together. */
    private static void add(MessageDigest sha256, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sha256.update((bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
        sha256.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has SHA-256
        }
    }
}

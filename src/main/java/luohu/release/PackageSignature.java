package luohu.release;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import luohu.language.Finding;
import luohu.language.FindingKind;
import luohu.packages.PackageFiles;

/**
 * Signatures of packages: Ed25519 (RFC 8032) over the UTF-8 text of the package's digest, in Base64 in a file of its own. The
 * digest covers the document and the rules, which is all that decides; scenarios are examples, and whoever changes one
 * without the key can at most keep a package from being taken up.
 */
final class PackageSignature {

    /** The one algorithm, as the Java platform names it. */
    static final String ALGORITHM = "Ed25519";

    private PackageSignature() {}

    /** The signature of a package, as its file holds it. */
    static String sign(PackageFiles files, PrivateKey key) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(ALGORITHM);
        signature.initSign(key);
        signature.update(signed(files));
        return Base64.getEncoder().encodeToString(signature.sign()) + "\n";
    }

    /** What is wrong with the signature of a package: nothing when one of the keys made it. */
    static Optional<Finding> check(PackageFiles files, List<PublicKey> keys) {
        String text = files.texts().get(PackageFiles.SIGNATURE);
        if (text == null) {
            return Optional.of(finding(
                    files,
                    FindingKind.UNSIGNED_PACKAGE,
                    "规则包没有签名；请用发布密钥对摘要 " + files.digest() + " 签名，存为 " + PackageFiles.SIGNATURE + "。"));
        }
        byte[] signature;
        try {
            signature = Base64.getDecoder().decode(text.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            return Optional.of(finding(files, FindingKind.BAD_SIGNATURE, "签名不是 Base64；请重新签名，文件里只写签名的 Base64。"));
        }
        if (keys.stream().anyMatch(key -> verifies(files, signature, key))) {
            return Optional.empty();
        }
        return Optional.of(finding(
                files,
                FindingKind.BAD_SIGNATURE,
                "签名与规则包不符：签名之后规则包改动过，或者不是用所配置公钥的私钥签的；请对摘要 " + files.digest() + " 重新签名。"));
    }

    private static boolean verifies(PackageFiles files, byte[] signature, PublicKey key) {
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(signed(files));
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false; // not 64 bytes, or no point of the curve
        }
    }

    private static byte[] signed(PackageFiles files) {
        return files.digest().getBytes(StandardCharsets.UTF_8);
    }

    private static Finding finding(PackageFiles files, FindingKind kind, String message) {
        return new Finding(files.folder() + "/" + PackageFiles.SIGNATURE, 1, kind, message);
    }
}

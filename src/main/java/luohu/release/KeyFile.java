package luohu.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Ed25519 keys from files in PEM (RFC 7468), as openssl writes them. */
public final class KeyFile {

    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");
    private static final String PUBLIC = "PUBLIC KEY";
    private static final String PRIVATE = "PRIVATE KEY";

    /** One block of a file. */
    private record Block(String label, String base64) {}

    private KeyFile() {}

    /**
     * The public keys of a file, one or more.
     *
     * @throws UnusableKeyException when it cannot be read or holds anything but Ed25519 public keys (SubjectPublicKeyInfo)
     */
    public static List<PublicKey> publicKeys(Path file) {
        List<PublicKey> keys = new ArrayList<>();
        for (Block block : blocks(file, "公钥", PUBLIC)) {
            try {
                keys.add(KeyFactory.getInstance(PackageSignature.ALGORITHM)
                        .generatePublic(new X509EncodedKeySpec(decode(block))));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                throw new UnusableKeyException("公钥文件 " + file + " 中第 " + (keys.size() + 1)
                        + " 个公钥不是 Ed25519 公钥；请用 openssl pkey -pubout 从 Ed25519 私钥导出。");
            }
        }
        return List.copyOf(keys);
    }

    /**
     * The private key of a file.
     *
     * @throws UnusableKeyException when it cannot be read or does not hold exactly one Ed25519 private key (PKCS #8)
     */
    public static PrivateKey privateKey(Path file) {
        List<Block> blocks = blocks(file, "私钥", PRIVATE);
        try {
            if (blocks.size() == 1) {
                return KeyFactory.getInstance(PackageSignature.ALGORITHM)
                        .generatePrivate(new PKCS8EncodedKeySpec(decode(blocks.get(0))));
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UnusableKeyException(
                    "私钥文件 " + file + " 中不是 Ed25519 私钥；请用 openssl genpkey -algorithm ed25519 生成。");
        }
        throw new UnusableKeyException("私钥文件 " + file + " 中应只有一个私钥。");
    }

    private static List<Block> blocks(Path file, String kind, String label) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new UnusableKeyException(kind + "文件 " + file + " 读不出来；请检查路径和读取权限，文件应为 PEM。");
        }
        List<Block> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            blocks.add(new Block(matcher.group(1), matcher.group(2)));
        }
        boolean whole = blocks.size() == text.split("-----BEGIN", -1).length - 1;
        if (blocks.isEmpty()
                || !whole
                || !blocks.stream().allMatch(block -> block.label().equals(label))) {
            throw new UnusableKeyException(kind + "文件 " + file + " 应为 PEM（不加密），其中每一段都以“-----BEGIN " + label
                    + "-----”开头，以“-----END " + label + "-----”结尾。");
        }
        return blocks;
    }

    private static byte[] decode(Block block) {
        return Base64.getDecoder().decode(block.base64().replaceAll("\\s", ""));
    }
}

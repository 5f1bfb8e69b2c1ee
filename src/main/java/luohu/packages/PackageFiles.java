package luohu.packages;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of one package as they are stored.
 *
 * @param folder the folder, relative to the rules folder: {@code weihai/2021-10-21}
 * @param texts every file by its path within the folder
 */
public record PackageFiles(String folder, SortedMap<String, String> texts) {

    /** The file that holds the document as data. */
    public static final String DOCUMENT = "package.yaml";

    /** The file that holds a signature over the digest, where a package is signed. */
    public static final String SIGNATURE = "package.sig";

    /** The longest file of a package, in bytes. */
    public static final long LONGEST_FILE = 3L * 1024 * 1024;

    /** The rule files, by name. */
    public SortedMap<String, String> rules() {
        return select("", ".drl");
    }

    /** The scenario files, by path. */
    public SortedMap<String, String> scenarios() {
        return select("scenarios/", ".yaml");
    }

    /** SHA-256 over the document and the rules: names, lengths and bytes, in the order of names. */
    public String digest() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            SortedMap<String, String> decisive = new TreeMap<>(rules());
            decisive.put(DOCUMENT, texts.getOrDefault(DOCUMENT, ""));
            for (Map.Entry<String, String> file : decisive.entrySet()) {
                byte[] bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
                sha256.update((file.getKey() + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
                sha256.update(bytes);
            }
            return "sha256:" + HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has SHA-256
        }
    }

    private SortedMap<String, String> select(String prefix, String suffix) {
        SortedMap<String, String> selected = new TreeMap<>();
        texts.forEach((name, text) -> {
            String rest = name.startsWith(prefix) ? name.substring(prefix.length()) : "/";
            if (!rest.contains("/") && rest.endsWith(suffix)) {
                selected.put(name, text);
            }
        });
        return selected;
    }
}

package luohu.packages;

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
        SortedMap<String, String> decisive = new TreeMap<>(rules());
        decisive.put(DOCUMENT, texts.getOrDefault(DOCUMENT, ""));
        Sha256 sha256 = new Sha256();
        decisive.forEach((name, text) -> sha256.add(name + "\n").addMeasured(text));
        return sha256.digest();
    }

    /** SHA-256 over the folder and every file, scenarios and signature included: the same only for the same files. */
    public String fingerprint() {
        Sha256 sha256 = new Sha256().addMeasured(folder);
        texts.forEach((name, text) -> sha256.addMeasured(name).addMeasured(text));
        return sha256.digest();
    }

    /** The files that decide: the document and the rules. */
    public PackageFiles decisive() {
        SortedMap<String, String> decisive = new TreeMap<>(rules());
        decisive.put(DOCUMENT, texts.get(DOCUMENT));
        return new PackageFiles(folder, decisive);
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

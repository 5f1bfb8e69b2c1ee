package luohu.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import luohu.language.Finding;
import luohu.language.FindingKind;
import luohu.packages.PackageFiles;

/**
 * Reads packages under a folder, and finds what cannot be read. Links are followed, since mounted configuration consists of
 * them; a link that leads nowhere is a finding, for what it should lead to would otherwise be missing without a word.
 */
public final class FolderReader {

    private static final String SCENARIOS = "scenarios";
    private static final Pattern LEFT_BEHIND = Pattern.compile("\\..*|.*~|.*\\.swp|lost\\+found");

    private final Path root;
    private final List<Finding> findings = new ArrayList<>();

    /** A reader of what lies under a folder: the rules folder, or a single package's. */
    public FolderReader(Path root) {
        this.root = root;
    }

    /** Everything that could not be read so far. */
    public List<Finding> findings() {
        return findings;
    }

    /** Every package in the rules folder, {@code <city>/<version>}, by folder. */
    public List<PackageFiles> packages() {
        return folders("").stream().flatMap(city -> packages(city).stream()).toList();
    }

    /** Every package of a city, by folder. */
    public List<PackageFiles> packages(String city) {
        return folders(city).stream().map(version -> read(city + "/" + version)).toList();
    }

    /** The names of the folders in a folder, in order; {@code ""} is the root. */
    private List<String> folders(String at) {
        List<String> folders = new ArrayList<>();
        for (String name : names(at)) {
            String path = in(at, name);
            try {
                if (Files.readAttributes(root.resolve(path), BasicFileAttributes.class)
                        .isDirectory()) {
                    folders.add(name);
                }
            } catch (IOException e) {
                unreadable(path, e);
            }
        }
        return folders;
    }

    /** The files of a package that count: its document, rules, scenarios and signature. */
    public PackageFiles read(String folder) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (String name : names(folder)) {
            if (name.equals(PackageFiles.DOCUMENT) || name.endsWith(".drl") || name.equals(PackageFiles.SIGNATURE)) {
                read(folder, name, texts);
            } else if (name.equals(SCENARIOS)) {
                names(in(folder, SCENARIOS)).stream()
                        .filter(each -> each.endsWith(".yaml"))
                        .forEach(each -> read(folder, SCENARIOS + "/" + each, texts));
            }
        }
        return new PackageFiles(folder, texts);
    }

    private void read(String folder, String name, SortedMap<String, String> texts) {
        String path = in(folder, name);
        try {
            Path file = root.resolve(path);
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile() || attributes.size() > PackageFiles.LONGEST_FILE) {
                refused(path, attributes);
                return;
            }
            byte[] bytes = Files.readAllBytes(file);
            if (name.equals(PackageFiles.SIGNATURE)) {
                // A signature of any bytes can be read; whether it is one is not judged here.
                texts.put(name, new String(bytes, StandardCharsets.ISO_8859_1));
            } else {
                text(path, bytes).ifPresent(text -> texts.put(name, text));
            }
        } catch (IOException e) {
            unreadable(path, e);
        }
    }

    /** Reading a pipe or a device could wait for ever. */
    private void refused(String path, BasicFileAttributes attributes) {
        findings.add(new Finding(
                path,
                1,
                FindingKind.UNREADABLE_FILE,
                attributes.isRegularFile()
                        ? "文件过大，超过 " + PackageFiles.LONGEST_FILE / 1024 / 1024 + " MiB；请拆成几个文件。"
                        : "这不是普通文件，不能读取；请换成普通文件。"));
    }

    private Optional<String> text(String path, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (!text.startsWith("\uFEFF")) {
                return Optional.of(text);
            }
            findings.add(new Finding(path, 1, FindingKind.BYTE_ORDER_MARK, "文件开头有看不见的字节顺序标记（BOM）；请用 UTF-8（无 BOM）另存。"));
        } catch (CharacterCodingException e) {
            findings.add(new Finding(path, 1, FindingKind.NOT_UTF8, "文件不是 UTF-8 编码；请用 UTF-8（无 BOM）另存。"));
        }
        return Optional.empty();
    }

    /** Without what hides behind a dot (mounted configuration keeps its versions so) and what editors and file systems leave. */
    private TreeSet<String> names(String at) {
        TreeSet<String> names = new TreeSet<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root.resolve(at))) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (!LEFT_BEHIND.matcher(name).matches()) {
                    names.add(name);
                }
            }
        } catch (IOException e) {
            unreadable(at.isEmpty() ? "." : at, e);
        } catch (DirectoryIteratorException e) {
            unreadable(at.isEmpty() ? "." : at, e.getCause());
        }
        return names;
    }

    private void unreadable(String path, IOException cause) {
        findings.add(new Finding(
                path,
                1,
                FindingKind.UNREADABLE_FILE,
                "读不出来（" + cause.getClass().getSimpleName() + "）；请检查它是否还在、是否有权读取，链接和挂载是否完好。"));
    }

    private static String in(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }
}

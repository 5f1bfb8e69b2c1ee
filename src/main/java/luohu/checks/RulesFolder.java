package luohu.checks;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import luohu.binding.Nearest;
import luohu.language.Finding;
import luohu.language.FindingKind;
import luohu.packages.PackageFiles;

/** The packages under a rules folder, read so that whatever is wrong with one file still shows the others. */
final class RulesFolder {

    /** Folders and versions become part of ids and addresses. */
    private static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";

    private final Path root;
    private final List<Finding> findings = new ArrayList<>();

    RulesFolder(Path root) {
        this.root = root;
    }

    /** What is wrong with folders and files as such, so far. */
    List<Finding> findings() {
        return findings;
    }

    /** The packages in the rules folder, or those of one city. */
    List<PackageFiles> packages(Path within) {
        List<PackageFiles> packages = new ArrayList<>();
        if (within.equals(root)) {
            for (Path entry : entries(root)) {
                if (!Files.isDirectory(entry)) {
                    ignored(entry, "规则目录下只放各城市的文件夹，以及 schema 文件夹");
                } else if (!entry.getFileName().toString().equals("schema")) {
                    packages.addAll(packages(entry));
                }
            }
            return packages;
        }
        int before = findings.size();
        for (Path entry : entries(within)) {
            if (Files.isDirectory(entry)) {
                files(entry).ifPresent(packages::add);
            } else if (isMain(entry)) {
                report(entry, FindingKind.WRONG_FOLDER, "规则包应放在两层文件夹里：<城市拼音>/<版本>/；请为这一版本建一个文件夹，把文件移进去。");
            } else {
                ignored(entry, "城市的文件夹下只放各版本的文件夹");
            }
        }
        if (packages.isEmpty() && findings.size() == before) {
            report(within, FindingKind.NO_PACKAGES, "这个文件夹里没有规则包；规则包放在 <城市拼音>/<版本>/ 里，其中有 package.yaml。");
        }
        return packages;
    }

    /** The files of one package; empty when its folder is not named as one. */
    Optional<PackageFiles> files(Path folder) {
        String name = name(folder);
        for (String part : name.split("/")) {
            if (!part.matches(NAME)) {
                report(
                        folder,
                        FindingKind.WRONG_FOLDER,
                        "文件夹名只能用小写字母、数字和短横线，例如 weihai/2021-10-21；请改名，并使 package.yaml 的 id 与之一致。");
                return Optional.empty();
            }
        }
        SortedMap<String, String> texts = new TreeMap<>();
        for (Path entry : entries(folder)) {
            String file = entry.getFileName().toString();
            if (Files.isDirectory(entry)) {
                inner(entry, texts);
            } else if (file.equals(PackageFiles.DOCUMENT) || file.endsWith(".drl")) {
                text(entry).ifPresent(text -> texts.put(file, text));
            } else if (!file.equals(PackageFiles.SIGNATURE)) {
                String near = file.contains(".drl")
                        ? "；是否想写 " + file.substring(0, file.indexOf(".drl")) + ".drl？"
                        : Nearest.to(file, List.of(PackageFiles.DOCUMENT))
                                .map(each -> "；是否想写 " + each + "？")
                                .orElse("");
                ignored(entry, "规则包里只放 package.yaml、.drl 规则文件和 scenarios 文件夹" + near);
            }
        }
        return Optional.of(new PackageFiles(name, texts));
    }

    private void inner(Path folder, SortedMap<String, String> texts) {
        boolean scenarios = folder.getFileName().toString().equals("scenarios");
        for (Path entry : entries(folder)) {
            String file = entry.getFileName().toString();
            if (scenarios && file.endsWith(".yaml") && !Files.isDirectory(entry)) {
                text(entry).ifPresent(text -> texts.put("scenarios/" + file, text));
            } else if (!scenarios && isMain(entry)) {
                report(entry, FindingKind.WRONG_FOLDER, "规则包放得太深；应放在两层文件夹里：<城市拼音>/<版本>/，请移上来。");
            } else {
                ignored(entry, scenarios ? "scenarios 文件夹里只放 .yaml 文件" : "规则包里只有 scenarios 一个文件夹");
            }
        }
    }

    /** A file's text; where it is wrongly encoded that is reported and the text still read, as far as it goes. */
    private Optional<String> text(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                report(file, FindingKind.UNREADABLE_FILE, "这不是普通文件，不能读取；请换成普通文件。");
                return Optional.empty();
            } else if (Files.size(file) > PackageFiles.LONGEST_FILE) {
                report(
                        file,
                        FindingKind.UNREADABLE_FILE,
                        "文件过大，超过 " + PackageFiles.LONGEST_FILE / 1024 / 1024 + " MiB；请拆成几个文件。");
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(file);
            String text;
            try {
                text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(java.nio.ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException e) {
                report(file, FindingKind.NOT_UTF8, "文件不是 UTF-8 编码；请用 UTF-8（无 BOM）另存。");
                text = new String(bytes, Charset.forName("GB18030"));
            }
            if (text.startsWith("\uFEFF")) {
                report(file, FindingKind.BYTE_ORDER_MARK, "文件开头有看不见的字节顺序标记（BOM）；请用 UTF-8（无 BOM）另存。");
                text = text.substring(1);
            }
            return Optional.of(text);
        } catch (IOException e) {
            report(file, FindingKind.UNREADABLE_FILE, "文件无法读取；请检查它的权限，并确认它没有被别的程序占用。");
            return Optional.empty();
        }
    }

    /** What a folder holds, by name; hidden files and editors' copies are nobody's concern. */
    private List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(each -> !isHidden(each)).sorted().toList();
        } catch (IOException e) {
            report(folder, FindingKind.UNREADABLE_FILE, "文件夹无法读取；请检查它的权限。");
            return List.of();
        }
    }

    private static boolean isHidden(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".") || name.endsWith("~");
    }

    /** Whether a file shows that its folder is a package. */
    static boolean isMain(Path file) {
        String name = file.getFileName().toString();
        return name.equals(PackageFiles.DOCUMENT) || name.endsWith(".drl");
    }

    private void ignored(Path file, String rule) {
        report(file, FindingKind.IGNORED_FILE, "这一项没有读取：" + rule + (rule.endsWith("？") ? "" : "。"));
    }

    private void report(Path file, FindingKind kind, String message) {
        findings.add(new Finding(name(file), 1, kind, message));
    }

    /** The path within the rules folder. */
    private String name(Path path) {
        String name = root.relativize(path).toString().replace('\\', '/');
        return name.isEmpty() ? "." : name;
    }
}

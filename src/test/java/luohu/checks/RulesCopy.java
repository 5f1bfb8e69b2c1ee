package luohu.checks;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import luohu.testing.SmallPackage;

/** A rules folder with the small package in it, into which an example puts what it shows. */
final class RulesCopy {

    /** A member and its lines. */
    private record Block(String name, String text) {}

    private final Map<String, byte[]> files = new TreeMap<>();

    RulesCopy() {
        put(SmallPackage.FOLDER + "/package.yaml", SmallPackage.DOCUMENT);
        put(SmallPackage.FOLDER + "/1-town.drl", SmallPackage.RULES);
        put(SmallPackage.FOLDER + "/scenarios/town.yaml", SmallPackage.SCENARIOS);
    }

    /** Puts a fragment where its kind says. */
    void apply(String kind, String fragment) {
        String document = SmallPackage.FOLDER + "/package.yaml";
        switch (kind) {
            case "drl" -> put(SmallPackage.FOLDER + "/2-more.drl", fragment + "\n");
            case "yaml package.yaml" -> put(document, members(text(document), fragment, ""));
            case "yaml pathway" -> put(document, members(text(document), fragment, "    "));
            case "yaml pathways" ->
                put(document, text(document).replace("restrictions: []", fragment + "\nrestrictions: []"));
            case "yaml scenarios" -> {
                String name = SmallPackage.FOLDER + "/scenarios/town.yaml";
                put(name, text(name).replaceAll("(?s)scenarios:\n.*", "scenarios:\n") + fragment + "\n");
            }
            case "yaml other" -> {
                String version = fragment.lines().findFirst().orElseThrow().substring("id: rizhao-".length());
                put("rizhao/" + version + "/package.yaml", members(SmallPackage.DOCUMENT, fragment, ""));
                put("rizhao/" + version + "/1-town.drl", SmallPackage.RULES);
                put("rizhao/" + version + "/scenarios/town.yaml", SmallPackage.SCENARIOS);
            }
            case "text files" -> {
                files.clear();
                fragment.lines().forEach(this::file);
            }
            case "text encoding" -> encode(document, fragment.substring(fragment.indexOf("为") + 2));
            default -> throw new IllegalArgumentException(kind);
        }
    }

    /** Writes a file, its folders included. */
    void put(String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The text of a file. */
    String text(String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    /** Writes everything under a folder. */
    Path write(Path root) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = root.resolve(file.getKey());
            if (file.getKey().endsWith("/")) {
                Files.createDirectories(path);
            } else {
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
        }
        return root;
    }

    private void file(String name) {
        put(
                name,
                name.contains("scenarios")
                        ? SmallPackage.SCENARIOS
                        : name.contains(".drl") ? SmallPackage.RULES : SmallPackage.DOCUMENT);
    }

    private void encode(String name, String encoding) {
        String text = text(name);
        files.put(
                name,
                switch (encoding) {
                    case "GBK" -> text.getBytes(Charset.forName("GBK"));
                    case "UTF-8（带 BOM）" -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
                    case "UTF-8" -> text.getBytes(StandardCharsets.UTF_8);
                    default -> throw new IllegalArgumentException(encoding);
                });
    }

    /** A text with members of one indentation replaced by those of a fragment; new ones go before the rulings. */
    private static String members(String text, String fragment, String indent) {
        List<Block> replacing = new ArrayList<>(blocks(fragment, indent));
        StringBuilder result = new StringBuilder();
        for (Block block : blocks(text, indent)) {
            List<Block> same = replacing.stream()
                    .filter(each -> each.name().equals(block.name()))
                    .toList();
            replacing.removeAll(same);
            if (block.name().equals("rulings")) {
                List<Block> added = replacing.stream()
                        .filter(each -> !text.contains("\n" + indent + each.name() + ":"))
                        .toList();
                added.forEach(each -> result.append(each.text()));
                replacing.removeAll(added);
            }
            (same.isEmpty() ? List.of(block) : same).forEach(each -> result.append(each.text()));
        }
        return result.toString();
    }

    /** The members of one indentation; what stands before or outside of them has no name. */
    private static List<Block> blocks(String text, String indent) {
        List<Block> blocks = new ArrayList<>();
        for (String line : text.lines().toList()) {
            boolean starts = line.startsWith(indent)
                    && line.length() > indent.length()
                    && Character.isLetter(line.charAt(indent.length()));
            boolean ends = !line.startsWith(indent);
            if (starts || ends || blocks.isEmpty()) {
                blocks.add(new Block(starts ? line.substring(indent.length(), line.indexOf(':')) : "", line + "\n"));
            } else {
                Block last = blocks.remove(blocks.size() - 1);
                blocks.add(new Block(last.name(), last.text() + line + "\n"));
            }
        }
        return blocks;
    }
}

package luohu.handbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The handbook, and the example in it. */
public final class Handbook {

    /** Where the handbook stands. */
    public static final Path PAGE = Path.of("docs/规则编写指南.md");

    /** The rules folder of the example. */
    public static final Path RULES = Path.of("docs/examples");

    /** The package of the example. */
    public static final Path EXAMPLE = RULES.resolve("haitang/2026-01-01");

    private static final Pattern BLOCK = Pattern.compile("(?m)^```([^\n]*)\n(.*?)^```$", Pattern.DOTALL);

    private Handbook() {}

    /**
     * A fenced block.
     *
     * @param info the word after the fence, and the file that the block is quoted from
     * @param text the lines within
     */
    public record Block(String info, String text) {

        /** Whether the block is quoted from a file. */
        boolean isQuoted() {
            return info.indexOf(' ') > 0;
        }

        /** The file that the block is quoted from: one of the example, else one beside the handbook. */
        Path file() {
            String name = info.substring(info.indexOf(' ') + 1);
            Path inExample = EXAMPLE.resolve(name);
            return Files.exists(inExample) ? inExample : PAGE.resolveSibling(name);
        }

        @Override
        public String toString() {
            return info + ": " + text.lines().findFirst().orElse("");
        }
    }

    /** The handbook as it is. */
    public static String text() {
        return read(PAGE);
    }

    /** Its fenced blocks, in order. */
    public static List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(text());
        while (matcher.find()) {
            blocks.add(new Block(matcher.group(1), matcher.group(2)));
        }
        return blocks;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

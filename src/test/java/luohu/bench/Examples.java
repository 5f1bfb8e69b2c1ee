package luohu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The explorer's example requests for evaluations. */
final class Examples {

    private static final Path FOLDER = Path.of("src", "main", "resources", "openapi", "examples");
    private static final List<String> EVALUATIONS =
            List.of("weihai", "liaocheng", "zaozhuang", "zibo", "zibo-draft", "tieling");

    private Examples() {}

    /** An example's text. */
    static String text(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name + ".json"));
    }

    /** The texts of all evaluations. */
    static List<String> evaluations() throws IOException {
        List<String> texts = new ArrayList<>();
        for (String name : EVALUATIONS) {
            texts.add(text(name));
        }
        return List.copyOf(texts);
    }

    /** The texts of all evaluations, each on one line. */
    static List<String> lines() throws IOException {
        return evaluations().stream().map(text -> text.replace("\n", " ")).toList();
    }
}

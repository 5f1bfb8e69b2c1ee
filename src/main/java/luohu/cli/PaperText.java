package luohu.cli;

import java.util.List;
import java.util.stream.Collectors;
import luohu.facts.DocumentCode;
import luohu.facts.Labelled;

/** A paper in words. */
final class PaperText {

    private PaperText() {}

    /** What the clause calls it, and, where that is something else, the documents that will do. */
    static String of(String name, List<List<DocumentCode>> options) {
        String documents = options.stream()
                .map(option -> option.stream().map(Labelled::label).collect(Collectors.joining(" 和 ")))
                .collect(Collectors.joining("，或者 "));
        return name + (documents.equals(name) ? "" : "（" + documents + "）");
    }
}

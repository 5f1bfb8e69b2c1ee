package luohu.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import luohu.facts.Coded;
import luohu.facts.FactPath;
import luohu.facts.FactSchema;
import luohu.facts.Labelled;
import luohu.facts.ValueKind;
import luohu.library.LibraryPackage;
import luohu.library.PackageLibrary;

/**
 * One fact of the vocabulary, and who reads it.
 *
 * @param path where it stands in a request
 * @param label its Chinese label
 * @param type what kind of value it takes
 * @param values of an enum, its values
 * @param readBy the pathways and restrictions that read it, by package
 */
public record VocabularyEntry(String path, String label, ValueKind type, List<Value> values, List<Reader> readBy) {

    /** A value of an enum. */
    public record Value(String name, String label, List<String> codes) {}

    /** What a package reads a fact for. */
    public record Reader(String packageId, List<String> pathways) {}

    /** The whole vocabulary over a library. */
    public static List<VocabularyEntry> of(FactSchema schema, PackageLibrary library) {
        Map<String, Map<String, List<String>>> readers = new LinkedHashMap<>();
        for (LibraryPackage each : library.packages()) {
            each.reads().forEach((path, codes) -> readers.computeIfAbsent(path, key -> new LinkedHashMap<>())
                    .put(each.head().id(), codes));
        }
        return schema.paths().stream()
                .map(fact -> of(fact, under(fact, readers)))
                .toList();
    }

    /** Who reads a fact or, of a list or object, anything in it. */
    private static Map<String, Set<String>> under(FactPath fact, Map<String, Map<String, List<String>>> readers) {
        Map<String, Set<String>> under = new TreeMap<>();
        readers.forEach((path, packages) -> {
            if (path.equals(fact.path()) || path.startsWith(fact.path() + ".") || path.startsWith(fact.path() + "[]")) {
                packages.forEach((id, codes) ->
                        under.computeIfAbsent(id, key -> new TreeSet<>()).addAll(codes));
            }
        });
        return under;
    }

    private static VocabularyEntry of(FactPath fact, Map<String, Set<String>> readers) {
        List<Reader> readBy = new ArrayList<>();
        readers.forEach((id, pathways) -> readBy.add(new Reader(id, List.copyOf(pathways))));
        return new VocabularyEntry(
                fact.path(),
                fact.fullLabel(),
                fact.kind(),
                fact.values().stream().map(VocabularyEntry::value).toList(),
                readBy);
    }

    private static Value value(Labelled value) {
        List<String> codes = value instanceof Coded coded ? coded.codes() : List.of();
        return new Value(((Enum<?>) value).name(), value.label(), codes);
    }
}

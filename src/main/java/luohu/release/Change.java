package luohu.release;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import luohu.library.PackageLibrary;

/**
 * What changed when a library took the place of another.
 *
 * @param before the digests of the packages by id, before
 * @param after the same, after
 */
public record Change(SortedMap<String, String> before, SortedMap<String, String> after) {

    static Change of(PackageLibrary before, PackageLibrary after) {
        return new Change(digests(before), digests(after));
    }

    /** In Chinese: each package that came, changed or went, with its digest. */
    @Override
    public String toString() {
        TreeSet<String> ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        String changes = ids.stream()
                .filter(id -> !after.getOrDefault(id, "").equals(before.get(id)))
                .map(this::of)
                .collect(Collectors.joining("；"));
        return changes.isEmpty() ? "各规则包的文件和规则与原来相同（可能只改了情形或者签名，或者改回了原样）" : changes;
    }

    private String of(String id) {
        if (!before.containsKey(id)) {
            return "新增 " + id + " " + after.get(id);
        } else if (!after.containsKey(id)) {
            return "撤下 " + id + " " + before.get(id);
        }
        return "更换 " + id + " " + before.get(id) + " → " + after.get(id);
    }

    private static SortedMap<String, String> digests(PackageLibrary library) {
        SortedMap<String, String> digests = new TreeMap<>();
        library.packages().forEach(each -> digests.put(each.head().id(), each.digest()));
        return digests;
    }
}

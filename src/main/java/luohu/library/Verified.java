package luohu.library;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import luohu.packages.DocumentHead;

/**
 * What is known of a package that was read, checked and tried on its scenarios, without doing it again.
 *
 * @param head what its document is
 * @param reads the facts that its rules read, each with the pathways and restrictions for which they do
 */
public record Verified(DocumentHead head, SortedMap<String, List<String>> reads) {

    /** All of it, since a library is put together by it. */
    public Verified {
        Objects.requireNonNull(head.id());
        Objects.requireNonNull(head.city().code());
        Objects.requireNonNull(head.city().name());
        Objects.requireNonNull(head.city().pinyin());
        Objects.requireNonNull(reads);
    }
}

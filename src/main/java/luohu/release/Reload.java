package luohu.release;

import java.util.List;
import java.util.SortedMap;
import luohu.language.Finding;

/** What became of a change of the rules directory. */
public sealed interface Reload {

    /**
     * It is in use.
     *
     * @param change what changed
     */
    record Taken(Change change) implements Reload {}

    /**
     * It is not: the library stays as it was.
     *
     * @param findings why; at least one
     * @param offered the packages of the directory that are not in use, by id with their digests
     */
    record Refused(List<Finding> findings, SortedMap<String, String> offered) implements Reload {}
}

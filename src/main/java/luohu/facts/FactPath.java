package luohu.facts;

import java.util.List;

/**
 * One fact of the vocabulary.
 *
 * @param path where it stands in a request, with {@code []} for lists: {@code homes[].leaseFiled}
 * @param name the last part of the path
 * @param owner the label of the thing it is a fact about: 住房
 * @param label its own label, unique within the owner
 * @param no of a yes-or-no fact, the words that hold when it is false; else empty
 * @param kind what kind of value it takes
 * @param values of an enum, its values; else empty
 */
public record FactPath(
        String path,
        String name,
        String owner,
        String label,
        String no,
        ValueKind kind,
        List<? extends Labelled> values) {

    /** Owner and label in one phrase, as questions put it: 住房：租赁已在房管部门登记备案. */
    public String fullLabel() {
        return owner.isEmpty() ? label : owner + "：" + label;
    }
}

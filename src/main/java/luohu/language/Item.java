package luohu.language;

import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import luohu.facts.Facts;
import luohu.facts.Relative;

/** One thing in a case that a rule can match: the applicant, a relative, a home … */
public final class Item {

    /** The id of a relative whom the caller gave none: it equals no id but their own, so nobody points at them. */
    private record Unnamed(String position) {}

    /** So many values are looked through faster than they are hashed. */
    private static final int FEW = 8;

    private final FactType type;
    private final Object data;
    private final String path;
    private final boolean unknown;
    private final Object id;
    private final String reference;
    private final Item relative;
    private final Case context;
    private Map<Collection<?>, Set<?>> lookups;

    private Item(
            FactType type,
            Object data,
            String path,
            boolean unknown,
            Object id,
            String reference,
            Item relative,
            Case context) {
        this.type = type;
        this.data = data;
        this.path = path;
        this.unknown = unknown;
        this.id = id;
        this.reference = reference;
        this.relative = relative;
        this.context = context;
    }

    /** An item that the request gives; {@code data} is null when nothing about it is known. */
    static Item given(FactType type, Object data, String path, Case context) {
        return new Item(type, data, path, false, null, null, null, context);
    }

    /** The applicant as one of the persons. */
    static Item self(FactType type, Object data, String path, Case context) {
        return new Item(type, data, path, false, Facts.SELF, Facts.SELF, null, context);
    }

    /** A relative that the request gives; {@code position} is what answers call them when they have no id. */
    static Item relative(FactType type, Relative data, String path, String position, Case context) {
        return data.id() == null
                ? new Item(type, data, path, false, new Unnamed(position), position, null, context)
                : new Item(type, data, path, false, data.id(), data.id(), null, context);
    }

    /** The one item of an unknown list: everything about it, its id included, is unknown. */
    static Item unknown(FactType type, String listPath, Case context) {
        return new Item(type, null, listPath, true, null, null, null, context);
    }

    /** A relative, given or unknown, as one of the persons. */
    static Item person(FactType type, Item relative) {
        return new Item(
                type,
                relative.data,
                relative.path,
                relative.unknown,
                relative.id,
                relative.reference,
                relative,
                relative.context);
    }

    /**
     * What this item is among those of a type: itself among its own; a person also a relative, or the one item there is of a type of which
     * there is just the applicant's. Null when it is none of them.
     */
    public Item as(FactType wanted) {
        if (wanted == type) {
            return this;
        } else if (relative != null) {
            return wanted == relative.type ? relative : null;
        }
        return this == context.self() ? context.own(wanted) : null;
    }

    /** What kind of item this is. */
    public FactType type() {
        return type;
    }

    /** What answers call this person: {@code SELF}, the caller's id, or the position in the list of relatives. */
    public String reference() {
        return reference;
    }

    /** Where it stands in the request, with its index: {@code jobs[0]}. */
    String position() {
        if (unknown || !path.endsWith("[]")) {
            return path;
        }
        int index = 0;
        for (Item each : context.items(type)) {
            if (each == this) {
                break;
            } else if (each.path.equals(path)) { // among persons the applicant comes first, who is in no list
                index++;
            }
        }
        return path.substring(0, path.length() - 1) + index + "]";
    }

    /** Whether the caller gave this item; false for the one item of an unknown list. */
    public boolean isGiven() {
        return !unknown;
    }

    /** The id of a person as rules compare it, which no two persons share; null when unknown. */
    public Object id() {
        return id;
    }

    /** The record of the request behind this item; null when nothing is known. */
    Object data() {
        return data;
    }

    /** The case it belongs to. */
    Case context() {
        return context;
    }

    /** The same values for looking up whether one is among them, which a long list is slow at. */
    Collection<?> lookup(Collection<?> values) {
        if (values.size() <= FEW) {
            return values;
        }
        if (lookups == null) {
            lookups = new IdentityHashMap<>();
        }
        return lookups.computeIfAbsent(values, HashSet::new);
    }

    /** Names one of its facts as missing; of an unknown list only the list itself. */
    void missing(String property, Consumer<String> paths) {
        if (unknown || property.isEmpty()) {
            paths.accept(path);
        } else {
            paths.accept(path.equals(type.path()) ? type.path(property) : path + "." + property);
        }
    }
}

package luohu.language;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A kind of item that rules can speak about, such as {@code Home}, with its properties. */
public final class FactType {

    private final int index;
    private final String name;
    private final String subject;
    private final String path;
    private final boolean personal;
    private final Map<String, Property> properties = new LinkedHashMap<>();
    private final Map<String, String> paths = new HashMap<>();

    /**
     * @param index its place in the vocabulary
     * @param name the name rule files use
     * @param subject the Chinese word for one such item
     * @param path where such items stand in a request; a list ends in {@code []}
     * @param personal whether such an item is a person, or is one of a kind and the applicant's own
     * @param properties what can be asked of it
     */
    FactType(int index, String name, String subject, String path, boolean personal, List<Property> properties) {
        this.index = index;
        this.name = name;
        this.subject = subject;
        this.path = path;
        this.personal = personal;
        for (Property property : properties) {
            this.properties.put(property.name(), property);
            paths.put(property.name(), path + "." + property.name());
        }
    }

    /** Its place in the vocabulary. */
    int index() {
        return index;
    }

    /** The name rule files use. */
    public String name() {
        return name;
    }

    /** The Chinese word for one such item: 住房. */
    public String subject() {
        return subject;
    }

    /** Where such items stand in a request; a list ends in {@code []}. */
    public String path() {
        return path;
    }

    /** Where a property of such an item stands in a request; put together once, since answers name it again and again. */
    String path(String property) {
        String known = paths.get(property);
        return known == null ? path + "." + property : known;
    }

    /** Whether there can be any number of such items. */
    public boolean isList() {
        return path.endsWith("[]");
    }

    /** Whether such an item is a person, or is one of a kind and the applicant's own: {@link Item#as} finds it through the person. */
    public boolean isPersonal() {
        return personal;
    }

    /** The path of the list such items stand in. */
    public String listPath() {
        return path.substring(0, path.length() - "[]".length());
    }

    /** Everything that can be asked of such an item. */
    public Collection<Property> properties() {
        return properties.values();
    }

    /** The property of that name; null when there is none. */
    public Property property(String name) {
        return properties.get(name);
    }

    @Override
    public String toString() {
        return name;
    }
}

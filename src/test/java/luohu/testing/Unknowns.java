package luohu.testing;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import luohu.facts.Facts;

/** Which facts of an applicant are unknown, as paths of the contract; of an absent list only the list itself. */
public final class Unknowns {

    private Unknowns() {}

    /** The paths of all unknown facts. */
    public static Set<String> of(Facts facts) {
        Set<String> paths = new TreeSet<>();
        collect(Facts.class, facts, "", paths);
        return paths;
    }

    private static void collect(Class<?> type, Object data, String prefix, Set<String> paths) {
        for (Component component : Component.of(type)) {
            String path = prefix + component.name();
            Object value = component.in(data);
            if (component.type().isRecord()) {
                collect(component.type(), value, path + ".", paths);
            } else if (value == null) {
                paths.add(path);
            } else if (value instanceof List<?> list && component.item().isRecord()) {
                list.forEach(each -> collect(component.item(), each, path + "[].", paths));
            }
        }
    }
}

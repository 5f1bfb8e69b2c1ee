package luohu.testing;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import luohu.facts.Fact;
import luohu.facts.ValueKind;

/**
 * A component of one of the contract's records; looking it up anew each time would take most of a test's time.
 *
 * @param owner the record
 * @param name its name
 * @param type its type
 * @param item the type of the items of a list; null for what is no list
 * @param kind what kind of text it holds, where it holds text
 * @param accessor reads it
 */
record Component(Class<?> owner, String name, Class<?> type, Class<?> item, ValueKind kind, Method accessor) {

    private static final Map<Class<?>, List<Component>> OF = new ConcurrentHashMap<>();
    private static final Map<Class<?>, Constructor<?>> CONSTRUCTORS = new ConcurrentHashMap<>();

    /** The components of a record, in order. */
    static List<Component> of(Class<?> type) {
        return OF.computeIfAbsent(type, key -> Arrays.stream(key.getRecordComponents())
                .map(Component::of)
                .toList());
    }

    /** The record with these values. */
    static Object create(Class<?> type, Object[] values) {
        try {
            return CONSTRUCTORS
                    .computeIfAbsent(type, key -> key.getDeclaredConstructors()[0])
                    .newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its value in a record; null for no record. */
    Object in(Object data) {
        try {
            return data == null ? null : accessor.invoke(data);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Component of(RecordComponent component) {
        Class<?> item = component.getGenericType() instanceof ParameterizedType list
                ? (Class<?>) list.getActualTypeArguments()[0]
                : null;
        return new Component(
                component.getDeclaringRecord(),
                component.getName(),
                component.getType(),
                item,
                component.getAnnotation(Fact.class).kind(),
                component.getAccessor());
    }
}

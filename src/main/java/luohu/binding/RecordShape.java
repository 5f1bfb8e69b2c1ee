package luohu.binding;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import luohu.facts.Fact;

/**
 * The components of a record type, looked up once: reflection gives them anew, annotations and all, whenever it is asked.
 *
 * @param constructor makes an instance of all values
 * @param components in order
 * @param names their names
 */
record RecordShape(Constructor<?> constructor, List<Component> components, List<String> names) {

    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return shape(type);
        }
    };

    /**
     * A component.
     *
     * @param fact what it says of itself as a fact; null where it is none
     * @param required whether it must be stated
     * @param flag whether it is true or false and never null
     */
    record Component(String name, Type type, Fact fact, boolean required, boolean flag) {}

    static RecordShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    Object make(Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RecordShape shape(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        List<Component> found = Arrays.stream(components)
                .map(each -> new Component(
                        each.getName(),
                        each.getGenericType(),
                        each.getAnnotation(Fact.class),
                        each.isAnnotationPresent(Required.class),
                        each.getType() == boolean.class))
                .toList();
        try {
            return new RecordShape(
                    type.getDeclaredConstructor(types),
                    found,
                    found.stream().map(Component::name).toList());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e); // every record has its canonical constructor
        }
    }
}

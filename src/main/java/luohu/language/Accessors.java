package luohu.language;

import java.lang.invoke.CallSite;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.Function;

/** Makes functions that read components of records as fast as hand-written code does. */
final class Accessors {

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private Accessors() {}

    /** Reads a path such as {@code hukou.areaType} from an instance of {@code type}; null where any part of it is. */
    static Function<Object, Object> path(Class<?> type, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return component(type, path);
        }
        Function<Object, Object> first = component(type, path.substring(0, dot));
        Function<Object, Object> rest = path(returnType(type, path.substring(0, dot)), path.substring(dot + 1));
        return data -> {
            Object nested = first.apply(data);
            return nested == null ? null : rest.apply(nested);
        };
    }

    private static Class<?> returnType(Class<?> type, String name) {
        try {
            return type.getMethod(name).getReturnType();
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type + " has no " + name, e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Function<Object, Object> component(Class<?> type, String name) {
        try {
            MethodHandle accessor = LOOKUP.findVirtual(type, name, MethodType.methodType(returnType(type, name)));
            CallSite site = LambdaMetafactory.metafactory(
                    LOOKUP,
                    "apply",
                    MethodType.methodType(Function.class),
                    MethodType.methodType(Object.class, Object.class),
                    accessor,
                    accessor.type());
            return (Function<Object, Object>) site.getTarget().invokeExact();
        } catch (Throwable e) {
            throw new IllegalArgumentException("cannot read " + name + " of " + type, e);
        }
    }
}

package luohu.facts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The Chinese label of a fact, said once: the OpenAPI document, questions, conditions and messages all take it
 * from here.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface Fact {

    /** The label; of a yes-or-no fact, the words that hold when it is true. */
    String value();

    /** Of a yes-or-no fact, the words that hold when it is false. */
    String no() default "";

    /** What a text holds; other kinds are read off the Java type. */
    ValueKind kind() default ValueKind.ID;
}

package luohu.request;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import luohu.binding.Formats;
import luohu.facts.Coded;
import luohu.facts.Fact;
import luohu.facts.ValueKind;

/**
 * Binds JSON to records as strictly as the contract asks: no coercion, exact names, no duplicate keys, no trailing tokens,
 * no null items. It only says that something is wrong; {@link RequestReader} says what.
 */
final class StrictJson {

    private StrictJson() {}

    /** A reader for one type. */
    static ObjectReader readerFor(Class<?> type) {
        SimpleModule module = new SimpleModule()
                .addDeserializer(String.class, new Text(text -> text))
                .addDeserializer(Boolean.class, new Flag())
                .addDeserializer(LocalDate.class, new Date())
                .setDeserializerModifier(new BeanDeserializerModifier() {
                    @Override
                    public JsonDeserializer<?> modifyEnumDeserializer(
                            DeserializationConfig config,
                            JavaType enumType,
                            BeanDescription description,
                            JsonDeserializer<?> deserializer) {
                        return new Name(enumType.getRawClass());
                    }
                });
        ObjectMapper mapper = JsonMapper.builder()
                .addModule(module)
                .annotationIntrospector(new FactFormats())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        mapper.setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
        return mapper.readerFor(type);
    }

    /** Gives texts with a format of their own a reader that insists on it. */
    private static final class FactFormats extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public Object findDeserializer(Annotated annotated) {
            Fact fact = annotated.getAnnotation(Fact.class);
            if (fact != null && fact.kind() == ValueKind.DIVISION_CODE) {
                return new Text(text -> Formats.isDivisionCode(text) ? text : null);
            } else if (fact != null && fact.kind() == ValueKind.EDUCATION_LEVEL) {
                return new Text(text -> Formats.isEducationLevel(text) ? text : null);
            }
            return super.findDeserializer(annotated);
        }
    }

    /** Reads a value from a JSON string and nothing else. */
    private abstract static class FromString<T> extends StdScalarDeserializer<T> {

        private static final long serialVersionUID = 1L;

        FromString(Class<T> type) {
            super(type);
        }

        /** The value; null when the text is none. */
        abstract T value(String text);

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            T value = parser.hasToken(JsonToken.VALUE_STRING) ? value(parser.getText()) : null;
            return value != null ? value : context.reportInputMismatch(this, "refused");
        }
    }

    private static final class Text extends FromString<String> {

        private static final long serialVersionUID = 1L;

        private final transient Function<String, String> check;

        Text(Function<String, String> check) {
            super(String.class);
            this.check = check;
        }

        @Override
        String value(String text) {
            return check.apply(text);
        }
    }

    private static final class Date extends FromString<LocalDate> {

        private static final long serialVersionUID = 1L;

        Date() {
            super(LocalDate.class);
        }

        @Override
        LocalDate value(String text) {
            return Formats.date(text).orElse(null);
        }
    }

    private static final class Name extends FromString<Object> {

        private static final long serialVersionUID = 1L;

        private final transient Map<String, Object> byName = new HashMap<>();

        Name(Class<?> type) {
            super(Object.class);
            for (Object constant : type.getEnumConstants()) {
                byName.put(((Enum<?>) constant).name(), constant);
                if (constant instanceof Coded coded) {
                    coded.codes().forEach(code -> byName.put(code, constant));
                }
            }
        }

        @Override
        Object value(String text) {
            return byName.get(text);
        }
    }

    private static final class Flag extends StdScalarDeserializer<Boolean> {

        private static final long serialVersionUID = 1L;

        Flag() {
            super(Boolean.class);
        }

        @Override
        public Boolean deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.hasToken(JsonToken.VALUE_TRUE) || parser.hasToken(JsonToken.VALUE_FALSE)) {
                return parser.getBooleanValue();
            }
            return context.reportInputMismatch(this, "refused");
        }
    }
}

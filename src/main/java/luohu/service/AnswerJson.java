package luohu.service;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** How answers become JSON: the same bytes from the service, in a batch and at a terminal. */
public final class AnswerJson {

    private AnswerJson() {}

    /** A writer of answers: dates as text, absent values as null, no line breaks. */
    public static ObjectMapper mapper() {
        return mapper(new JsonFactory());
    }

    /** Such a writer over a factory of its own. */
    static ObjectMapper mapper(JsonFactory factory) {
        return JsonMapper.builder(factory)
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
    }
}

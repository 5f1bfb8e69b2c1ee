package luohu.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.nio.charset.StandardCharsets;

/** JSON as Jackson writes it: what pieces are made of, and what is written where there is no piece. */
final class PlainJson {

    private final ObjectWriter writer;

    PlainJson(ObjectMapper mapper) {
        this.writer = mapper.writer();
    }

    /** A value in JSON and in UTF-8. */
    byte[] of(Object value) {
        try {
            return writer.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // answers and problems are records of texts, dates and lists
        }
    }

    /** A value in JSON, as part of a longer piece. */
    String text(Object value) {
        return new String(of(value), StandardCharsets.UTF_8);
    }

    /** A piece of JSON in UTF-8. */
    static byte[] piece(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}

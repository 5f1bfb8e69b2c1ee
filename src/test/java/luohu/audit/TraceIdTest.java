package luohu.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The trace id of a request")
class TraceIdTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    @DisplayName("is that of its traceparent, also of a later version of the standard")
    void of_the_header() {
        assertEquals(TRACE, TraceId.of("00-" + TRACE + "-00f067aa0ba902b7-01"));
        assertEquals(TRACE, TraceId.of("01-" + TRACE + "-00f067aa0ba902b7-01-more"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736"
            })
    @DisplayName("is a fresh one where there is no right traceparent")
    void fresh(String header) {
        String fresh = TraceId.of(header);
        assertTrue(fresh.matches("[0-9a-f]{32}"), fresh);
        assertNotEquals(TRACE, fresh);
        assertNotEquals(fresh, TraceId.of(header));
    }
}

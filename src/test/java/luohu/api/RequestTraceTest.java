package luohu.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.jboss.logmanager.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The trace id in the context of the log")
class RequestTraceTest {

    private final List<String> seen = new ArrayList<>();

    @AfterEach
    void clear() {
        MDC.remove(RequestTrace.LOGGED);
    }

    @Test
    @DisplayName("stands there while a line is written, and not when the thread turns to the next request")
    void only_for_the_line() {
        RequestTrace.log("one", this::see);
        assertNull(MDC.get(RequestTrace.LOGGED));
        RequestTrace.log("two", this::see);
        assertEquals(List.of("one", "two"), seen);
    }

    @Test
    @DisplayName("gives way to what stood there before, also when writing fails")
    void leaves_it_as_it_was() {
        MDC.put(RequestTrace.LOGGED, "outer");
        RequestTrace.log("inner", this::see);
        assertEquals("outer", MDC.get(RequestTrace.LOGGED));
        assertThrows(
                IllegalStateException.class,
                () -> RequestTrace.log("inner", () -> {
                    throw new IllegalStateException();
                }));
        assertEquals("outer", MDC.get(RequestTrace.LOGGED));
        assertEquals(List.of("inner"), seen);
    }

    private void see() {
        seen.add(MDC.get(RequestTrace.LOGGED));
    }
}

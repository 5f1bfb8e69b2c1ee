package luohu.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An issuer that does not answer")
class PatientGetTest {

    @Test
    @DisplayName("is not asked again before the pause is over, and without a pause once it answers")
    void pauses() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        AtomicBoolean away = new AtomicBoolean(true);
        AtomicLong now = new AtomicLong(-3);
        PatientGet get = new PatientGet(
                location -> {
                    asked.incrementAndGet();
                    if (away.get()) {
                        throw new IOException();
                    }
                    return null;
                },
                10,
                now::get);
        for (int i = 0; i < 3; i++) {
            assertThrows(IOException.class, () -> get.get("keys"));
        }
        assertEquals(1, asked.get());

        now.addAndGet(10);
        assertThrows(IOException.class, () -> get.get("keys"));
        assertEquals(2, asked.get());

        away.set(false);
        assertThrows(IOException.class, () -> get.get("keys"));
        now.addAndGet(10);
        assertNull(get.get("keys"));
        assertNull(get.get("keys"));
        assertEquals(4, asked.get());
    }
}

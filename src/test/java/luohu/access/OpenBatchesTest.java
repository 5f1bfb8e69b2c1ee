package luohu.access;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Open batches")
class OpenBatchesTest {

    @Test
    @DisplayName("are so many for each caller, and one more when one has ended")
    void bounded_for_each() {
        OpenBatches open = new OpenBatches(2);
        assertTrue(open.begin("a"));
        assertTrue(open.begin("a"));
        assertFalse(open.begin("a"));
        assertFalse(open.begin("a"), "what was refused has not begun");
        assertTrue(open.begin("b"));
        open.end("a");
        assertTrue(open.begin("a"));
        assertFalse(open.begin("a"));
        open.end("b");
        assertTrue(open.begin("b"));
        assertTrue(open.begin("b"));
        assertFalse(open.begin("b"));
    }
}

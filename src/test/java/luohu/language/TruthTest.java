package luohu.language;

import static luohu.language.Truth.FALSE;
import static luohu.language.Truth.TRUE;
import static luohu.language.Truth.UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Kleene's truth")
class TruthTest {

    @ParameterizedTest(name = "{0} and {1} is {2}, {0} or {1} is {3}")
    @CsvSource({
        "TRUE, TRUE, TRUE, TRUE",
        "TRUE, FALSE, FALSE, TRUE",
        "TRUE, UNKNOWN, UNKNOWN, TRUE",
        "FALSE, TRUE, FALSE, TRUE",
        "FALSE, FALSE, FALSE, FALSE",
        "FALSE, UNKNOWN, FALSE, UNKNOWN",
        "UNKNOWN, TRUE, UNKNOWN, TRUE",
        "UNKNOWN, FALSE, FALSE, UNKNOWN",
        "UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN"
    })
    @DisplayName("lets false beat unknown in AND and true beat unknown in OR")
    void connects(Truth a, Truth b, Truth and, Truth or) {
        assertEquals(and, a.and(b));
        assertEquals(or, a.or(b));
        assertEquals(a.and(b).not(), a.not().or(b.not()), "De Morgan");
    }

    @Test
    @DisplayName("stays unknown under NOT")
    void negates() {
        assertEquals(FALSE, TRUE.not());
        assertEquals(TRUE, FALSE.not());
        assertEquals(UNKNOWN, UNKNOWN.not());
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("is null as a value when it is unknown")
    void is_null_when_unknown(Truth truth) {
        assertEquals(truth, Truth.of(truth.value()));
    }
}

package luohu.api;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collections;
import luohu.facts.Facts;
import luohu.request.InvalidRequestException;
import luohu.request.RequestReader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Work for an event loop")
class ShortWorkTest {

    @Test
    @DisplayName("is a family with homes, jobs, insurances and a degree")
    void takes_a_family() throws InvalidRequestException {
        assertTrue(ShortWork.isShort(
                facts(list("relatives", 4), list("homes", 2), list("jobs", 2), list("insurances", 2))));
        assertTrue(
                ShortWork.isShort(facts(list("relatives", 3), list("homes", 2), list("jobs", 2), list("studies", 1))));
    }

    @Test
    @DisplayName("is what says nothing at all")
    void takes_what_is_unknown() throws InvalidRequestException {
        assertTrue(ShortWork.isShort(facts()));
    }

    @Test
    @DisplayName("is one list, while it is not brought together with itself by the thousand")
    void takes_a_list() throws InvalidRequestException {
        assertTrue(ShortWork.isShort(facts(list("homes", 48))));
        assertFalse(ShortWork.isShort(facts(list("relatives", 100))));
    }

    @Test
    @DisplayName("is not what few bytes make many combinations of")
    void leaves_combinations() throws InvalidRequestException {
        assertFalse(ShortWork.isShort(facts(list("homes", 100), list("jobs", 100))));
        assertFalse(ShortWork.isShort(facts(list("relatives", 100), "\"rural\":{" + list("homesteads", 9) + "}")));
        assertFalse(ShortWork.isShort(facts(
                list("relatives", 100),
                list("homes", 100),
                list("jobs", 100),
                list("insurances", 100),
                list("studies", 100),
                "\"rural\":{" + list("homesteads", 100) + "}")));
    }

    @Test
    @DisplayName("is not a long body")
    void leaves_long_bodies() {
        assertTrue(ShortWork.isShort(new byte[8 * 1024]));
        assertFalse(ShortWork.isShort(new byte[8 * 1024 + 1]));
    }

    private static Facts facts(String... members) throws InvalidRequestException {
        StringBuilder json = new StringBuilder("{\"city\":\"威海\"");
        for (String member : members) {
            json.append(',').append(member);
        }
        return new RequestReader(Clock.systemUTC())
                .read(json.append('}').toString().getBytes(StandardCharsets.UTF_8))
                .facts();
    }

    private static String list(String name, int items) {
        return "\"" + name + "\":[" + String.join(",", Collections.nCopies(items, "{}")) + "]";
    }
}

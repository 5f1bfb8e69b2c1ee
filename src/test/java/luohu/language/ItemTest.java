package luohu.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.LocalDate;
import java.util.List;
import luohu.testing.Bundled;
import luohu.testing.Written;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A person stands for what is the person's")
class ItemTest {

    private static final String FACTS =
            """
            relatives:
              - {id: a, relation: SPOUSE}
              - {relation: CHILD}
            homes: [{}]
            military: {status: DISCHARGED}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"Applicant", "Military", "Rural", "TownMove", "Intent"})
    @DisplayName("the applicant for each record there is one of, given or not, and no relative for any")
    void the_applicant(String type) {
        Case context = context(FACTS);
        FactType wanted = type(type);
        assertSame(context.items(wanted).get(0), context.bearers().get(0).as(wanted));
        assertNull(context.bearers().get(1).as(wanted));
        assertNull(context.bearers().get(2).as(wanted));
    }

    @ParameterizedTest
    @ValueSource(strings = {FACTS, "{}"})
    @DisplayName("each relative for the relative, also one of an unknown list, and the applicant for none")
    void relatives(String facts) {
        Case context = context(facts);
        List<Item> relatives = context.items(type("Relative"));
        assertEquals(relatives.size() + 1, context.bearers().size());
        assertNull(context.bearers().get(0).as(type("Relative")));
        for (int i = 0; i < relatives.size(); i++) {
            Item person = context.bearers().get(i + 1);
            assertSame(relatives.get(i), person.as(type("Relative")));
            assertSame(person, person.as(type("Person")));
            assertEquals(relatives.get(i).id(), person.id());
            assertEquals(relatives.get(i).isGiven(), person.isGiven());
        }
    }

    @Test
    @DisplayName("nobody for a home, and a home for nothing but itself")
    void others() {
        Case context = context(FACTS);
        Item home = context.items(type("Home")).get(0);
        assertSame(home, home.as(type("Home")));
        context.bearers().forEach(person -> assertNull(person.as(type("Home"))));
        Bundled.VOCABULARY.types().stream()
                .filter(type -> type != home.type())
                .forEach(type -> assertNull(home.as(type), type.name()));
    }

    private static FactType type(String name) {
        return Bundled.VOCABULARY.type(name);
    }

    private static Case context(String facts) {
        return new Case(Bundled.VOCABULARY, Written.facts(facts), "371000", LocalDate.of(2024, 5, 1));
    }
}

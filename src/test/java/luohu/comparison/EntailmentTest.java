package luohu.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import luohu.engine.Ask;
import luohu.engine.RuleExplanation;
import luohu.language.RuleFile;
import luohu.language.RuleFileParser;
import luohu.testing.Bundled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Whoever meets one condition")
class EntailmentTest {

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Home( inTown == true )              | Home( inTown == true )                         | true",
                "Home( inTown == true )              | Home( inCity == true )                         | false",
                "Home( tenure == \"LEASED\" )        | Home( tenure in (\"LEASED\", \"PUBLIC_RENTAL\") ) | true",
                "Home( tenure in (\"LEASED\", \"PUBLIC_RENTAL\") ) | Home( tenure == \"LEASED\" )      | false",
                "Home( tenure == \"LEASED\" )        | Home( tenure != \"OWNED\" )                    | true",
                "Home( tenure == \"OWNED\" )         | Home( tenure not in (\"OWNED\", \"OTHER\") )   | false",
                "Home( tenure not in (\"OWNED\", \"OTHER\") ) | Home( tenure != \"OWNED\" )           | true",
                "Job( monthsWorked >= 6 )            | Job( monthsWorked >= 3 )                       | true",
                "Job( monthsWorked >= 3 )            | Job( monthsWorked >= 6 )                       | false",
                "Job( monthsWorked < 3 )             | Job( monthsWorked < 6 )                        | true",
                "TownMove( date >= \"2021-01-01\" )  | TownMove( date >= \"2020-01-01\" )             | true",
                "Home( inTown == true )              | Job( inTown == true )                          | false",
                "Applicant( residence.inTown == true ) | Person( residence.inTown == true )           | true",
                "Person( residence.inTown == true )  | Applicant( residence.inTown == true )          | false",
                "Study( status == \"GRADUATED\" )"
                        + " | ( Study( status == \"GRADUATED\" ) or Military( status == \"DISCHARGED\" ) )    | true",
                "( Study( status == \"GRADUATED\" ) or Military( status == \"DISCHARGED\" ) )"
                        + " | Study( status == \"GRADUATED\" )                                              | false",
                "not Homestead( useRight == true )   | not Homestead( useRight == true, inCity == true ) | true",
                "not Homestead( useRight == true, inCity == true ) | not Homestead( useRight == true ) | false",
            })
    @DisplayName("meets another as well, or not for certain")
    void implies(String stricter, String other, boolean holds) {
        assertEquals(holds, Entailment.holds(List.of(ask(stricter, 0)), ask(other, 0)));
    }

    @Test
    @DisplayName("and the others of its rule meets what asks for one item with several things")
    void several_things_of_one_item() {
        String school = "Study( status == \"GRADUATED\", institutionType == \"REGULAR_HE\" )";
        String either =
                "( Study( status in (\"ENROLLED\", \"GRADUATED\"), institutionType in (\"REGULAR_HE\", \"ADULT_HE\") )"
                        + " or Talent( kind == \"CADRE\" ) )";
        assertTrue(Entailment.holds(asks(school), ask(either, 0)));
        assertFalse(Entailment.holds(asks("Study( status == \"GRADUATED\" )"), ask(either, 0)));
        String more = either.replace(" or ", " or Military( status == \"DISCHARGED\" ) or ");
        assertTrue(Entailment.holds(asks("Job( inTown == true ) " + either), ask(more, 0)), "one more way in");
        assertFalse(Entailment.holds(asks("Job( inTown == true ) " + more), ask(either, 0)));
        String apart = "Study( status == \"GRADUATED\" ) Study( institutionType == \"REGULAR_HE\" )";
        assertFalse(Entailment.holds(asks(apart), ask(either, 0)), "two studies are not one");
    }

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Job( workerId == \"SELF\" ) | $who : Person( selfOrCloseRelative == true ) Job( workerId == $who.id ) | true",
                "Job( workerId == \"SELF\" ) | $who : Relative( livesTogether == true ) Job( workerId == $who.id )     | false",
            })
    @DisplayName("asked of the applicant meets it where it may be any close relative's")
    void whoever_it_may_be(String stricter, String other, boolean holds) {
        assertEquals(holds, Entailment.holds(List.of(ask(stricter, 0)), ask(other, 1)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Person( selfOrCloseRelative == true )  | true",
                "Person( selfOrCloseRelative == false ) | false",
                "Relative( closeRelative == true )      | false",
            })
    @DisplayName("that the applicant always meets is kept out by nothing")
    void open_to_all(String condition, boolean open) {
        assertEquals(open, Entailment.isOpenToAll(ask(condition, 0)));
    }

    private static Ask ask(String conditions, int which) {
        return asks(conditions).get(which);
    }

    private static List<Ask> asks(String conditions) {
        RuleFile file = new RuleFileParser(Bundled.VOCABULARY)
                .parse("rules.drl", "rule \"一\" @pathway(\"q\") when " + conditions + " then matched(); end");
        assertEquals(List.of(), file.findings());
        return new RuleExplanation(file.rules().get(0), Map.of()).asks();
    }
}

package luohu.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import luohu.facts.Facts;
import luohu.testing.Applicants;
import luohu.testing.Applicants.Drawn;
import luohu.testing.Bundled;
import luohu.testing.RandomRules;
import luohu.testing.Written;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The days on which a rule turns")
class RuleTurnsTest {

    private static final int FILES = 300;
    private static final int APPLICANTS = 60;
    private static final String CITY = "371000";
    private static final String JOBS = "jobs: [{startDate: 2023-08-31}, {startDate: 2024-01-15}, {kind: EMPLOYED}]";
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2024, 12, 31);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "monthsWorked >= 6 | 2024-02-29 2024-07-15",
                "monthsWorked < 6  | 2024-02-29 2024-07-15",
                "monthsWorked > 6  | 2024-03-31 2024-08-15",
                "monthsWorked <= 6 | 2024-03-31 2024-08-15",
                "monthsWorked == 6 | 2024-02-29 2024-03-31 2024-07-15 2024-08-15",
                "monthsWorked in (3, 4) | 2023-11-30 2023-12-31 2024-01-31 2024-04-15 2024-05-15 2024-06-15",
                "monthsWorked >= 24 |",
                "inTown == true | ''",
            })
    @DisplayName(
            "are the first days of the months that its comparison asks about, for each job that says when it began")
    void months(String constraint, String days) {
        assertEquals(days == null ? "" : days, turns("Job( " + constraint + " )", JOBS));
    }

    @Test
    @DisplayName("are all ends of months where months are compared with months")
    void months_with_months() {
        String rule = "Job( $months : monthsWorked, kind == \"STARTUP\" ) Job( monthsWorked > $months )";
        String jobs = "jobs: [{kind: STARTUP, startDate: 2024-09-30}, {startDate: 2024-10-01}]";
        assertEquals(
                "2024-09-30 2024-10-01 2024-10-30 2024-11-01 2024-11-30 2024-12-01 2024-12-30",
                turns(rule, jobs).replaceAll("2023-\\S+ |2024-0[1-8]-\\S+ |2024-09-01 ", ""));
    }

    @Test
    @DisplayName("are the days on which the applicant or a relative comes of age, each with the fact it follows from")
    void coming_of_age() {
        String facts = "{applicant: {birthDate: 2005-03-01},"
                + " relatives: [{relation: CHILD}, {relation: CHILD, birthDate: 2006-02-28}]}";
        RuleTurns turns = new RuleTurns(open(Written.facts(facts), FIRST), FIRST, LAST);
        assertEquals(
                List.of(
                        new Turn(LocalDate.of(2023, 3, 1), Turn.Cause.ADULT, "applicant.birthDate", 18),
                        new Turn(LocalDate.of(2024, 2, 28), Turn.Cause.ADULT, "relatives[1].birthDate", 18)),
                List.copyOf(turns.of(rule("Person( adult == true )"))));
        assertEquals(
                List.of(new Turn(LocalDate.of(2024, 2, 28), Turn.Cause.ADULT, "relatives[1].birthDate", 18)),
                List.copyOf(turns.of(rule("not( Relative( familyJoin == true ) and Home( ) )"))));
    }

    @Test
    @DisplayName("include every day on which the truth of a random rule changes for a random applicant")
    void include_every_change() {
        List<Trial> trials =
                LongStream.range(0, FILES).parallel().mapToObj(Trial::new).toList();
        List<String> forgotten =
                trials.stream().flatMap(each -> each.forgotten.stream()).toList();
        int changes = trials.stream().mapToInt(each -> each.changes).sum();
        System.out.println("turns of random rules: " + changes + " changes, " + forgotten.size() + " forgotten");
        assertEquals(List.of(), forgotten.stream().limit(5).toList());
        assertTrue(changes > 100, changes + " changes are too few to show anything");
    }

    /** The rules of one random file that read the date, followed day by day. */
    private static final class Trial {

        private final List<String> forgotten = new ArrayList<>();
        private int changes;

        Trial(long seed) {
            String[] texts = RandomRules.file(seed, 8).split("(?<=end\n)\n");
            for (int i = 0; i < texts.length; i++) {
                if (texts[i].matches("(?s).*(monthsWorked|adult|familyJoin).*")) {
                    Rule rule = parse(texts[i]);
                    for (int j = 0; j < APPLICANTS; j++) {
                        follow(rule, new Applicants(CITY).partlyKnown((seed * 8 + i) * APPLICANTS + j));
                    }
                }
            }
        }

        private void follow(Rule rule, Drawn drawn) {
            LocalDate first = drawn.date().minusDays(120);
            LocalDate last = drawn.date().plusDays(120);
            Set<LocalDate> days = new RuleTurns(open(drawn.facts(), first), first, last)
                    .of(rule).stream().map(Turn::day).collect(Collectors.toSet());
            Truth before = truth(rule, drawn.facts(), first);
            if (before == truth(rule, drawn.facts(), last)) {
                return; // most likely it never changes
            }
            for (LocalDate day = first.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
                Truth now = truth(rule, drawn.facts(), day);
                if (now != before) {
                    changes++;
                    if (!days.contains(day)) {
                        forgotten.add(day + " " + before + " " + now + " " + rule.body() + " " + drawn.facts());
                    }
                }
                before = now;
            }
        }
    }

    private static Truth truth(Rule rule, Facts facts, LocalDate day) {
        return rule.body().truth(rule.frame(), open(facts, day));
    }

    private static String turns(String conditions, String facts) {
        return new RuleTurns(open(Written.facts("{" + facts + "}"), FIRST), FIRST, LAST)
                .of(rule(conditions)).stream()
                        .map(turn -> turn.day().toString())
                        .collect(Collectors.joining(" "));
    }

    private static Rule rule(String conditions) {
        return parse("rule \"一\" @pathway(\"q\") when " + conditions + " then matched(); end");
    }

    private static Rule parse(String text) {
        RuleFile file = new RuleFileParser(Bundled.VOCABULARY).parse("rules.drl", text);
        assertEquals(List.of(), file.findings());
        return file.rules().get(0);
    }

    private static Case open(Facts facts, LocalDate date) {
        return new Case(Bundled.VOCABULARY, facts, CITY, date);
    }
}

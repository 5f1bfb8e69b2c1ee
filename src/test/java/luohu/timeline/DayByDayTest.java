package luohu.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import luohu.decision.Outcome;
import luohu.decision.PackageDecider;
import luohu.facts.Facts;
import luohu.library.LibraryPackage;
import luohu.library.PackageLibrary;
import luohu.packages.City;
import luohu.request.RequestReader;
import luohu.request.TimelineRequest;
import luohu.testing.Applicants;
import luohu.testing.Applicants.Drawn;
import luohu.testing.Bundled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A timeline")
class DayByDayTest {

    private static final int DRAWN = 3_000;
    private static final int SPAN = 400;
    private static final int ANY = 20;
    private static final PackageLibrary LIBRARY = PackageLibrary.of(Bundled.FILES, Bundled.SCHEMA);
    private static final TimelineService SERVICE =
            new TimelineService(() -> LIBRARY, new RequestReader(Clock.systemUTC()));

    /** What was found for one applicant. */
    private record Found(List<String> differences, int changes, int changesWithinPackage) {}

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "zaozhuang, 370400, true",
        "tieling, 211200, false",
        "weihai, 371000, false",
        "liaocheng, 371500, false",
        "zibo, 370300, true"
    })
    @DisplayName("is what deciding on every single day finds, for random applicants over two years")
    void is_what_every_day_finds(String pinyin, String code, boolean often) {
        Applicants applicants = new Applicants(code);
        City city = LIBRARY.city(pinyin).orElseThrow();
        LongPredicate telling = seed -> seed < ANY || changesWithDate(city, applicants.partlyKnown(seed));
        List<Found> found = LongStream.range(0, DRAWN)
                .parallel()
                .filter(telling)
                .mapToObj(seed -> compare(city, applicants.partlyKnown(seed)))
                .toList();
        List<String> differences =
                found.stream().flatMap(each -> each.differences().stream()).toList();
        System.out.println(pinyin + ": " + found.size() + " applicants, "
                + found.stream().mapToInt(Found::changes).sum() + " changes, "
                + found.stream().mapToInt(Found::changesWithinPackage).sum() + " of them under one package");
        assertEquals(List.of(), differences.stream().limit(3).toList());
        assertTrue(
                !often || found.stream().mapToInt(Found::changesWithinPackage).sum() > 10,
                "some outcomes change because of the date alone");
    }

    /** Whether the package in force on the day drawn decides otherwise a year before or after. */
    private static boolean changesWithDate(City city, Drawn drawn) {
        return LIBRARY.inForce(city, drawn.date())
                .map(LibraryPackage::decider)
                .filter(decider -> !decider.verdicts(drawn.facts(), drawn.date().minusDays(SPAN))
                        .equals(decider.verdicts(drawn.facts(), drawn.date().plusDays(SPAN))))
                .isPresent();
    }

    private static Found compare(City city, Drawn drawn) {
        LocalDate from = drawn.date().minusDays(SPAN);
        LocalDate to = drawn.date().plusDays(SPAN);
        Timeline timeline = SERVICE.timeline(request(city.pinyin(), from, to, drawn.facts()));
        List<String> differences = new ArrayList<>();
        LocalDate day = from;
        for (Timeline.Span span : timeline.spans()) {
            assertEquals(day, span.from(), "spans follow each other");
            for (; !day.isAfter(span.to()); day = day.plusDays(1)) {
                PackageDecider decider =
                        LIBRARY.inForce(city, day).map(LibraryPackage::decider).orElse(null);
                DayOutcomes expected = DayOutcomes.of(decider, drawn.facts(), day);
                List<Object> walked = List.of(
                        decider == null ? "" : decider.policy().id(),
                        expected.codes(Outcome.MATCHED),
                        expected.codes(Outcome.UNDETERMINED),
                        expected.heldOrOpen());
                List<Object> said = List.of(
                        span.policyPackage() == null ? "" : span.policyPackage().id(),
                        span.matched(),
                        span.undetermined(),
                        span.restrictions());
                if (!walked.equals(said)) {
                    differences.add(drawn.seed() + " " + day + " " + walked + " " + said);
                }
            }
        }
        assertEquals(to.plusDays(1), day, "spans reach the last day");
        assertEquals(
                timeline.spans().stream().skip(1).map(Timeline.Span::from).toList(),
                timeline.changes().stream().map(Timeline.Change::date).toList());
        for (int i = 1; i < timeline.spans().size(); i++) {
            assertTrue(differ(timeline.spans().get(i - 1), timeline.spans().get(i)), "neighbours differ");
            assertTrue(!timeline.changes().get(i - 1).reasons().isEmpty(), "every change has a reason");
        }
        int withinPackage = (int) timeline.changes().stream()
                .filter(each -> each.reasons().stream().allMatch(reason -> reason.fact() != null))
                .count();
        return new Found(differences, timeline.changes().size(), withinPackage);
    }

    private static boolean differ(Timeline.Span a, Timeline.Span b) {
        return !(a.matched().equals(b.matched())
                && a.undetermined().equals(b.undetermined())
                && a.restrictions().equals(b.restrictions())
                && Objects.equals(a.policyPackage(), b.policyPackage()));
    }

    private static TimelineRequest request(String city, LocalDate from, LocalDate to, Facts facts) {
        return new TimelineRequest(
                null,
                city,
                from,
                to,
                null,
                null,
                facts.applicant(),
                facts.relatives(),
                facts.homes(),
                facts.jobs(),
                facts.insurances(),
                facts.studies(),
                facts.talentKinds(),
                facts.military(),
                facts.rural(),
                facts.intent(),
                facts.documentsHeld());
    }
}

package luohu.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import luohu.facts.Facts;
import luohu.testing.Written;

/** Applicants with many relatives, homes and jobs, written as a request writes them. */
final class LongLists {

    /** The longest list that a request may hold. */
    static final int LONGEST = 100;

    private static final List<String> TENURES = List.of("OWNED", "LEASED", "PUBLIC_RENTAL");
    private static final List<String> KINDS = List.of("EMPLOYED", "MIGRANT_WORK", "BUSINESS", "STARTUP");
    private static final List<String> RELATIONS = List.of("SPOUSE", "PARENT", "CHILD", "SIBLING");

    private final String division;
    private final Random random;

    /** Who lives and works in a division; places, holders and kinds are drawn. */
    LongLists(String division, Random random) {
        this.division = division;
        this.random = random;
    }

    /** So many relatives, homes and jobs, most of them in town, each home and job of somebody in particular. */
    Facts of(int relatives, int homes, int jobs) {
        return Written.facts(
                """
                applicant: {hukou: {divisionCode: '%1$s', areaType: RURAL}, residence: {divisionCode: '%1$s', areaType: RURAL}}
                relatives: %2$s
                homes: %3$s
                jobs: %4$s
                studies: []
                insurances: []
                talentKinds: []
                """
                        .formatted(
                                division,
                                list(relatives, this::relative),
                                list(homes, i -> home(holder(relatives))),
                                list(jobs, i -> job(holder(relatives)))));
    }

    /**
     * Everything joined with everything, so that whoever looks for a pair finds it late or never.
     *
     * @param area the kind of area of every place; null when none is said
     * @param holders how many persons hold each home
     * @param unknown the chance that a fact is not said
     */
    Facts joined(String area, int holders, double unknown) {
        String persons = "[" + holders(holders) + "]";
        String place = "divisionCode: '%s'".formatted(division) + (area == null ? "" : ", areaType: " + area);
        String facts =
                """
                applicant: {hukou: {%1$s}, residence: {%1$s}, origin: {%1$s}, livesAtOrigin: true}
                relatives: %2$s
                homes: %3$s
                jobs: %4$s
                rural: {homesteads: %5$s, townMove: {moved: true}}
                """;
        return Written.facts(facts.formatted(
                place,
                list(LONGEST, i -> "{id: r%d%s}"
                        .formatted(
                                i,
                                said(
                                        unknown,
                                        "relation: " + one(RELATIONS),
                                        "birthDate: 1970-01-01",
                                        "hukou: {" + place + "}",
                                        "residence: {" + place + "}"))),
                list(LONGEST, i -> "{holderIds: %1$s%2$s}"
                        .formatted(
                                persons,
                                said(
                                        unknown,
                                        "occupantIds: " + persons,
                                        "tenure: " + one(TENURES),
                                        place,
                                        "propertyType: RESIDENTIAL",
                                        "titleStatus: REGISTERED",
                                        "leaseFiled: false",
                                        "landlordConsents: false"))),
                list(LONGEST, i -> "{workerId: r%d%s}"
                        .formatted(
                                LONGEST - 1 - i, said(unknown, "kind: " + one(KINDS), place, "startDate: 2020-01-31"))),
                list(LONGEST, i -> "{holderIds: %s%s}"
                        .formatted(persons, said(unknown, place, "useRight: true", "certificate: false")))));
    }

    private static String holders(int count) {
        return String.join(
                ", ",
                IntStream.range(0, count).mapToObj(i -> "r" + (LONGEST - 1 - i)).toList());
    }

    private String said(double unknown, String... facts) {
        StringBuilder said = new StringBuilder();
        for (String fact : facts) {
            if (random.nextDouble() >= unknown) {
                said.append(", ").append(fact);
            }
        }
        return said.toString();
    }

    private String relative(int i) {
        return "{id: r%d, relation: %s, birthDate: 1970-01-01, hukou: {%s}, residence: {%s}}"
                .formatted(i, one(RELATIONS), place(), place());
    }

    private String home(String holder) {
        return "{holderIds: [%1$s], occupantIds: [%1$s], tenure: %2$s, propertyType: RESIDENTIAL, titleStatus: REGISTERED, %3$s}"
                .formatted(holder, one(TENURES), place());
    }

    private String job(String worker) {
        return "{workerId: %s, kind: %s, startDate: 2020-01-31, %s}".formatted(worker, one(KINDS), place());
    }

    private String place() {
        return "divisionCode: '%s', areaType: %s".formatted(division, random.nextInt(4) == 0 ? "RURAL" : "URBAN");
    }

    private String holder(int relatives) {
        return relatives == 0 || random.nextBoolean() ? Facts.SELF : "r" + random.nextInt(relatives);
    }

    private String one(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private static String list(int count, IntFunction<String> item) {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(item.apply(i));
        }
        return "[" + String.join(", ", items) + "]";
    }
}

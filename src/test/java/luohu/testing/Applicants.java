package luohu.testing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import luohu.facts.Facts;

/**
 * Random applicants, the same for the same city and seed: with unknown facts and absent lists everywhere, empty lists,
 * several relatives, homes, jobs and studies, places inside and outside the city, days around every boundary that rules
 * know. What rules often ask for is drawn more often, so that long conjunctions are met as well.
 */
public final class Applicants {

    /**
     * One applicant.
     *
     * @param seed what to draw them again by
     * @param facts what is said of them
     * @param date the effective date
     */
    public record Drawn(long seed, Facts facts, LocalDate date) {}

    /** Ends of months and a leap day among them, where adding months and years has to clamp. */
    private static final List<LocalDate> DATES = List.of(
            LocalDate.of(2021, 12, 31),
            LocalDate.of(2022, 8, 1),
            LocalDate.of(2023, 2, 28),
            LocalDate.of(2024, 2, 29),
            LocalDate.of(2024, 5, 1),
            LocalDate.of(2024, 8, 31),
            LocalDate.of(2026, 1, 31));

    /** How likely each fact is unknown; one is chosen for each applicant. */
    private static final double[] UNKNOWN = {0, 0, 0, 0.05, 0.05, 0.1, 0.3, 0.3, 0.6, 0.9};

    private final String cityCode;

    /** Applicants to a city. */
    public Applicants(String cityCode) {
        this.cityCode = cityCode;
    }

    /** Applicants to the city of a package. */
    public static Applicants to(String packageId) {
        return new Applicants(
                Bundled.decider(packageId).policy().document().city().code());
    }

    /** An applicant of whom some things are known and others are not. */
    public Drawn partlyKnown(long seed) {
        Random random = random(seed);
        return draw(seed, random, UNKNOWN[random.nextInt(UNKNOWN.length)]);
    }

    /** An applicant of whom everything is known: no null, no absent list. */
    public Drawn fullyKnown(long seed) {
        return draw(seed, random(seed), 0);
    }

    /** The same applicant with every unknown fact made known at some chance; what was given stays. */
    public Drawn filled(Drawn drawn, long seed) {
        Random random = random(seed);
        double chance = random.nextDouble();
        return filled(drawn, random, path -> random.nextDouble() < chance);
    }

    /** The same applicant with the unknown facts at some paths made known; what was given stays, what is new is complete. */
    public Drawn answered(Drawn drawn, long seed, Collection<String> paths) {
        return filled(
                drawn,
                random(seed),
                path -> paths.stream().anyMatch(each -> (path + "[").startsWith(each + "[")) || paths.contains(path));
    }

    private Drawn draw(long seed, Random random, double unknown) {
        LocalDate date = DATES.get(random.nextInt(DATES.size()));
        Invention invention = new Invention(random, cityCode, date, 3);
        return new Drawn(seed, invention.fill(null, path -> random.nextDouble() >= unknown), date);
    }

    private Drawn filled(Drawn drawn, Random random, Predicate<String> paths) {
        Invention invention = new Invention(random, cityCode, drawn.date(), 1);
        return new Drawn(drawn.seed(), invention.fill(drawn.facts(), paths), drawn.date());
    }

    /** Neighbouring seeds of java.util.Random begin alike; spread them. */
    private static Random random(long seed) {
        return new Random(seed * 0x9E3779B97F4A7C15L);
    }
}

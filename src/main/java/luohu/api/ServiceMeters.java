package luohu.api;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import luohu.decision.Outcome;
import luohu.library.Shelf;
import luohu.packages.City;
import luohu.problems.ProblemKind;
import luohu.release.CurrentLibrary;
import luohu.service.EvaluationAnswer;
import luohu.service.PackageIdentity;

/**
 * Counts what the service answers. Every tag comes from a package or from this program, never from a request: callers can neither
 * add series nor put personal data into one. Pathways are counted by city and outcome only; by code too, a thousand packages
 * would make tens of thousands of series.
 */
@ApplicationScoped
public class ServiceMeters {

    private static final Duration[] STEPS = {
        Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofSeconds(1)
    };

    private final MeterRegistry meters;
    private final CurrentLibrary library;
    private final Timer evaluation;
    private final Map<String, PackageMeters> byPackage = new ConcurrentHashMap<>();
    private final Map<String, Counter> problems;

    ServiceMeters(MeterRegistry meters, CurrentLibrary library, Shelf shelf) {
        this.meters = meters;
        this.library = library;
        meters.gauge("luohu.rules.compiled", shelf, Shelf::size);
        FunctionCounter.builder("luohu.rules.compilations", shelf, Shelf::compiled)
                .register(meters);
        this.evaluation = Timer.builder("luohu.evaluation")
                .description("Reading and deciding one evaluation that gets an answer")
                .serviceLevelObjectives(STEPS)
                .register(meters);
        this.problems = Arrays.stream(ProblemKind.values())
                .collect(Collectors.toUnmodifiableMap(
                        ProblemKind::code, kind -> meters.counter("luohu.problems", "code", kind.code())));
    }

    /** What one package was asked for and what came of it. */
    private record PackageMeters(Counter evaluations, Map<Outcome, Counter> pathways) {}

    /** Times and counts an evaluation over HTTP that has begun at a time of {@link System#nanoTime} and now has its answer. */
    void evaluated(long begun, EvaluationAnswer answer) {
        evaluation.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        answered(answer);
    }

    /** Counts an answer by package, and its pathways by outcome. */
    void answered(EvaluationAnswer answer) {
        PackageMeters counters =
                byPackage.computeIfAbsent(answer.policyPackage().id(), id -> counters(answer.policyPackage()));
        counters.evaluations().increment();
        int matched = answer.matched().size();
        int undetermined = answer.undetermined().size();
        counters.pathways().get(Outcome.MATCHED).increment(matched);
        counters.pathways().get(Outcome.UNDETERMINED).increment(undetermined);
        counters.pathways().get(Outcome.NOT_MATCHED).increment(answer.pathways().size() - matched - undetermined);
    }

    /** Counts a request, or a line of a batch, that gets a problem of that code. */
    void refused(String code) {
        problems.get(code).increment();
    }

    private PackageMeters counters(PackageIdentity identity) {
        String city = library.get().cities().stream()
                .filter(each -> each.code().equals(identity.city().code()))
                .map(City::pinyin)
                .findFirst()
                .orElse(identity.city().code()); // the city's last package was withdrawn while it decided
        Map<Outcome, Counter> pathways = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            String name = outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
            pathways.put(outcome, meters.counter("luohu.pathways", "city", city, "outcome", name));
        }
        return new PackageMeters(meters.counter("luohu.evaluations", "city", city, "package", identity.id()), pathways);
    }
}

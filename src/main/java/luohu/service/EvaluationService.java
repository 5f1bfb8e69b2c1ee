package luohu.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Supplier;
import luohu.decision.PackageDecider;
import luohu.library.PackageLibrary;
import luohu.request.EvaluationRequest;
import luohu.request.InvalidRequestException;
import luohu.request.RequestReader;
import luohu.service.Refusal.Refused;

/** Reads a request, finds the package in force and has it decide. Keeps nothing from one request to the next. */
public final class EvaluationService {

    private final Supplier<PackageLibrary> library;
    private final Clock clock;
    private final RequestReader reader;

    /**
     * @param library gives the library in use, asked once for each request
     * @param clock says what today is, in Asia/Shanghai
     */
    public EvaluationService(Supplier<PackageLibrary> library, Clock clock) {
        this(library, clock, new RequestReader(clock));
    }

    private EvaluationService(Supplier<PackageLibrary> library, Clock clock, RequestReader reader) {
        this.library = library;
        this.clock = clock;
        this.reader = reader;
    }

    /** This service as it is now: the library in use now and today's day, whatever comes later. */
    public EvaluationService kept() {
        PackageLibrary now = library.get();
        Clock today = Clock.fixed(clock.instant(), clock.getZone());
        return new EvaluationService(() -> now, today, reader.at(today));
    }

    /**
     * The answer to a request in JSON.
     *
     * @throws Refused when the request cannot be read or no package applies
     */
    public EvaluationAnswer evaluate(byte[] json) {
        EvaluationRequest request;
        try {
            request = reader.read(json);
        } catch (InvalidRequestException e) {
            throw Refusal.of(e);
        }
        return evaluate(request);
    }

    /**
     * The answer to a request.
     *
     * @throws Refused when no package applies
     */
    public EvaluationAnswer evaluate(EvaluationRequest request) {
        LocalDate date = request.effectiveDate() == null ? LocalDate.now(clock) : request.effectiveDate();
        PackageChoice choice = new PackageChoice(library.get());
        PackageDecider decider = choice.of(
                        choice.city(request.city()), request.packageId(), request.packageDigest(), date)
                .decider();
        return EvaluationAnswer.of(request.id(), date, decider, decider.decide(request.facts(), date));
    }
}

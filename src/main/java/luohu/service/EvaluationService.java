package luohu.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import luohu.decision.PackageDecider;
import luohu.library.LibraryPackage;
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

    /**
     * @param library gives the library in use, asked once for each request
     * @param clock says what today is, in Asia/Shanghai
     * @param reader reads requests, by the same clock
     */
    public EvaluationService(Supplier<PackageLibrary> library, Clock clock, RequestReader reader) {
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
        return decide(read(json));
    }

    /**
     * The request that a text in JSON states, where nothing is wrong with it; otherwise {@link #evaluate(byte[])} says what is, which
     * can take longer.
     */
    public Optional<EvaluationRequest> readIfSound(byte[] json) {
        return reader.readIfSound(json);
    }

    /**
     * The answer to a request that has been read.
     *
     * @throws Refused when no package applies
     */
    public EvaluationAnswer decide(EvaluationRequest request) {
        LocalDate date = date(request);
        return answer(request, date, choose(request, date).decider());
    }

    /**
     * The answer to a request that has been read, where the package that applies is compiled; otherwise {@link #decide} compiles it,
     * which takes longer.
     *
     * @throws Refused when no package applies
     */
    public Optional<EvaluationAnswer> decideIfReady(EvaluationRequest request) {
        LocalDate date = date(request);
        return choose(request, date).ready().map(decider -> answer(request, date, decider));
    }

    private LocalDate date(EvaluationRequest request) {
        return request.effectiveDate() == null ? LocalDate.now(clock) : request.effectiveDate();
    }

    private LibraryPackage choose(EvaluationRequest request, LocalDate date) {
        PackageChoice choice = new PackageChoice(library.get());
        return choice.of(choice.city(request.city()), request.packageId(), request.packageDigest(), date);
    }

    private static EvaluationAnswer answer(EvaluationRequest request, LocalDate date, PackageDecider decider) {
        return EvaluationAnswer.of(request.id(), date, decider, decider.decide(request.facts(), date));
    }

    private EvaluationRequest read(byte[] json) {
        try {
            return reader.read(json);
        } catch (InvalidRequestException e) {
            throw Refusal.of(e);
        }
    }
}

package luohu.changes;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import luohu.binding.Fault;
import luohu.library.PackageLibrary;
import luohu.request.ChangesRequest;
import luohu.request.InvalidRequestException;
import luohu.request.RequestReader;
import luohu.service.PackageChoice;
import luohu.service.Refusal;
import luohu.service.Refusal.Refused;

/** Says what differs between two packages, in themselves and for an applicant. */
public final class ChangesService {

    private final Supplier<PackageLibrary> library;
    private final Clock clock;
    private final RequestReader reader;

    /**
     * @param library gives the library in use, asked once for each request
     * @param clock says what today is, in Asia/Shanghai
     * @param reader reads requests, by the same clock
     */
    public ChangesService(Supplier<PackageLibrary> library, Clock clock, RequestReader reader) {
        this.library = library;
        this.clock = clock;
        this.reader = reader;
    }

    /**
     * What differs between two packages.
     *
     * @param to the package asked about
     * @param from the package it is compared with; null when the caller named none
     * @throws Refused when a package is unknown or {@code from} is missing
     */
    public PackageChanges between(String from, String to) {
        List<Fault> faults = missing(from);
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        PackageChoice choice = new PackageChoice(library.get());
        return PackageDifference.between(
                choice.byId(from).decider(), choice.byId(to).decider());
    }

    /**
     * What the change from one package to another means for the applicant of a request in JSON.
     *
     * @throws Refused when a package is unknown, {@code from} is missing or the request cannot be read
     */
    public ApplicantChanges forApplicant(String from, String to, byte[] json) {
        ChangesRequest request;
        try {
            request = reader.read(json, ChangesRequest.class, unchecked -> missing(from));
        } catch (InvalidRequestException e) {
            throw Refusal.of(e);
        }
        PackageChoice choice = new PackageChoice(library.get());
        LocalDate date = request.effectiveDate() == null ? LocalDate.now(clock) : request.effectiveDate();
        return new ApplicantDifference(
                        choice.byId(from).decider(), choice.byId(to).decider())
                .on(date, request);
    }

    private static List<Fault> missing(String from) {
        return from != null
                ? List.of()
                : List.of(new Fault("", "missing", "请在地址中写明 from：与哪个规则包比较，例如 ?from=zibo-2021-draft。"));
    }
}

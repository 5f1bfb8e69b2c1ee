package luohu.timeline;

import java.util.List;
import java.util.function.Supplier;
import luohu.library.LibraryPackage;
import luohu.library.PackageLibrary;
import luohu.packages.City;
import luohu.request.InvalidRequestException;
import luohu.request.RequestReader;
import luohu.request.TimelineRequest;
import luohu.service.PackageChoice;
import luohu.service.PackageIdentity.CityName;
import luohu.service.Refusal;
import luohu.service.Refusal.Refused;

/** Says on which days of a span the outcomes of the same facts change, and why; exactly, without deciding on every day. */
public final class TimelineService {

    private final Supplier<PackageLibrary> library;
    private final RequestReader reader;

    /**
     * @param library gives the library in use, asked once for each request
     * @param reader reads requests
     */
    public TimelineService(Supplier<PackageLibrary> library, RequestReader reader) {
        this.library = library;
        this.reader = reader;
    }

    /**
     * The answer to a request in JSON.
     *
     * @throws Refused when the request cannot be read, or names a city or package nobody knows
     */
    public Timeline timeline(byte[] json) {
        try {
            return timeline(reader.read(json, TimelineRequest.class, unchecked -> List.of()));
        } catch (InvalidRequestException e) {
            throw Refusal.of(e);
        }
    }

    /**
     * The answer to a request.
     *
     * @throws Refused when the request names a city or package nobody knows, or a package of another city
     */
    public Timeline timeline(TimelineRequest request) {
        PackageLibrary current = library.get();
        PackageChoice choice = new PackageChoice(current);
        City city = choice.city(request.city());
        boolean pinned = request.packageId() != null;
        List<LibraryPackage> packages =
                pinned ? List.of(choice.ofCity(request.packageId(), request.packageDigest(), city)) : current.of(city);
        TimelineBuilder builder =
                new TimelineBuilder(request.facts(), new Absences(city, packages, request.packageId()));
        Periods.of(packages, pinned, request.from(), request.to()).forEach(builder::add);
        return new Timeline(
                request.id(),
                CityName.of(city),
                request.from(),
                request.to(),
                builder.spans(request.to()),
                builder.changes());
    }
}

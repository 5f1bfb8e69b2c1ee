package luohu.comparison;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import luohu.binding.Fault;
import luohu.comparison.Comparison.Cell;
import luohu.comparison.Comparison.Row;
import luohu.library.PackageLibrary;
import luohu.packages.City;
import luohu.packages.PathwayKind;
import luohu.request.ApplicantRequest;
import luohu.request.ComparisonRequest;
import luohu.request.InvalidRequestException;
import luohu.request.RequestReader;
import luohu.service.PackageChoice;
import luohu.service.Refusal;
import luohu.service.Refusal.Refused;

/** Evaluates the same facts under many packages and lays the outcomes side by side. */
public final class ComparisonService {

    private static final int LONGEST_LIST = ApplicantRequest.LONGEST_LIST;

    private final Supplier<PackageLibrary> library;
    private final Clock clock;
    private final RequestReader reader;

    /**
     * @param library gives the library in use, asked once for each request
     * @param clock says what today is, in Asia/Shanghai
     * @param reader reads requests, by the same clock
     */
    public ComparisonService(Supplier<PackageLibrary> library, Clock clock, RequestReader reader) {
        this.library = library;
        this.clock = clock;
        this.reader = reader;
    }

    /**
     * The answer to a request in JSON.
     *
     * @throws Refused when the request cannot be read, or names a city or package nobody knows
     */
    public Comparison compare(byte[] json) {
        PackageLibrary current = library.get();
        try {
            ComparisonRequest request =
                    reader.read(json, ComparisonRequest.class, unchecked -> unknown(unchecked, current));
            return compare(request, current);
        } catch (InvalidRequestException e) {
            throw Refusal.of(e);
        }
    }

    private Comparison compare(ComparisonRequest request, PackageLibrary current) {
        LocalDate date = request.effectiveDate() == null ? LocalDate.now(clock) : request.effectiveDate();
        PackageChoice choice = new PackageChoice(current);
        List<Contender> contenders = new ArrayList<>();
        if (request.packageIds() == null) {
            for (City city : cities(request, current)) {
                contenders.add(Contender.of(choice, city, null, request.facts(), date));
            }
        } else {
            for (String id : request.packageIds()) {
                City city = choice.byId(id).head().city();
                contenders.add(Contender.of(choice, city, id, request.facts(), date));
            }
        }
        return new Comparison(
                request.id(), date, contenders.stream().map(Contender::column).toList(), rows(contenders));
    }

    private static List<City> cities(ComparisonRequest request, PackageLibrary current) {
        return request.cities() == null
                ? List.copyOf(current.cities())
                : request.cities().stream()
                        .map(current::city)
                        .flatMap(Optional::stream)
                        .toList();
    }

    private static List<Row> rows(List<Contender> contenders) {
        return Arrays.stream(PathwayKind.values())
                .map(kind -> row(kind, contenders))
                .filter(row ->
                        row.cells().stream().anyMatch(cell -> !cell.pathways().isEmpty()))
                .toList();
    }

    private static Row row(PathwayKind kind, List<Contender> contenders) {
        List<Demands> demands =
                contenders.stream().map(each -> each.demands(kind)).toList();
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < demands.size(); i++) {
            List<Demands> others = new ArrayList<>(demands);
            others.remove(i);
            boolean comparable = kind != PathwayKind.OTHER;
            cells.add(new Cell(
                    contenders.get(i).outcomes(demands.get(i)),
                    demands.get(i).beyond(comparable ? others : List.of())));
        }
        return new Row(kind, kind.label(), cells);
    }

    /** Names that mean no city or package, or one that was already named: compared with itself nothing is its own. */
    private static List<Fault> unknown(ComparisonRequest request, PackageLibrary current) {
        List<Fault> faults = new ArrayList<>();
        PackageChoice choice = new PackageChoice(current);
        check("/cities", request.cities(), "unknown-city", current::city, choice::knownCities, faults);
        check("/packageIds", request.packageIds(), "unknown-package", current::byId, choice::knownPackages, faults);
        return faults;
    }

    /** Of a list that is too long no more names are looked at than of any other. */
    private static <T> void check(
            String pointer,
            List<String> names,
            String code,
            Function<String, Optional<T>> meaning,
            Supplier<String> known,
            List<Fault> faults) {
        Set<T> seen = new HashSet<>();
        String message = null; // the same for all, and long
        for (int i = 0; names != null && i < Math.min(names.size(), LONGEST_LIST); i++) {
            Optional<T> meant = Optional.ofNullable(names.get(i)).flatMap(meaning);
            String at = pointer + "/" + i;
            if (names.get(i) != null && meant.isEmpty()) {
                message = message == null ? known.get() : message;
                faults.add(new Fault(at, code, message));
            } else if (meant.isPresent() && !seen.add(meant.get())) {
                faults.add(new Fault(at, "duplicate-item", "前面已经写过；每个城市或者规则包只写一次。"));
            }
        }
    }
}

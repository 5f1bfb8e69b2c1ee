package luohu.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import luohu.decision.Decision;
import luohu.decision.Outcome;
import luohu.decision.PackageDecider;
import luohu.library.PackageLibrary;
import luohu.packages.City;
import luohu.packages.Effective;
import luohu.packages.PolicyDocument;
import luohu.request.EvaluationRequest;
import luohu.request.InvalidRequestException;
import luohu.request.RequestReader;
import luohu.service.Refusal.Reason;
import luohu.service.Refusal.Refused;

/** Reads a request, finds the package in force and has it decide. Keeps nothing from one request to the next. */
public final class EvaluationService {

    private final PackageLibrary library;
    private final Clock clock;
    private final RequestReader reader;

    /**
     * @param library the packages
     * @param clock says what today is, in Asia/Shanghai
     */
    public EvaluationService(PackageLibrary library, Clock clock) {
        this.library = library;
        this.clock = clock;
        this.reader = new RequestReader(clock);
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
            throw e.isMalformed() ? Refusal.malformed() : Refusal.invalid(e.faults());
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
        City city = library.city(request.city()).orElseThrow(this::unknownCity);
        PackageDecider decider = request.packageId() == null ? inForce(city, date) : pinned(request, city, date);
        Decision decision = decider.decide(request.facts(), date);
        return new EvaluationAnswer(
                request.id(),
                date,
                PackageIdentity.inAnswer(decider.policy()),
                decision.codes(Outcome.MATCHED),
                decision.codes(Outcome.UNDETERMINED),
                decision.pathways(),
                decision.restrictions(),
                decision.registrationOrder(),
                decision.questions(),
                decision.notices());
    }

    private PackageDecider inForce(City city, LocalDate date) {
        return library.inForce(city, date).orElseThrow(() -> noneInForce(city, date));
    }

    private PackageDecider pinned(EvaluationRequest request, City city, LocalDate date) {
        PackageDecider decider = library.byId(request.packageId()).orElseThrow(this::unknownPackage);
        PolicyDocument document = decider.policy().document();
        if (!document.city().equals(city)) {
            throw mismatch(
                    "规则包 " + document.id() + " 属于" + document.city().name() + "，不属于所请求的" + city.name()
                            + "；请改正 city 或者 packageId。",
                    city);
        } else if (!document.draft() && !document.inForceOn(date)) {
            throw mismatch(
                    "规则包 " + document.id() + " 在 " + date + " 不施行（" + interval(document)
                            + "）；请改正 effectiveDate 或者 packageId。",
                    city);
        }
        return decider;
    }

    private Refused unknownCity() {
        String known = library.cities().stream()
                .map(city -> city.name() + "（" + city.code() + "，" + city.pinyin() + "）")
                .collect(Collectors.joining("、"));
        return new Refusal(
                        Reason.UNKNOWN_CITY,
                        "没有这个城市的规则包。已有的城市：" + known + "；city 可以写区划代码、名称或者拼音。",
                        null,
                        List.copyOf(library.cities()),
                        null)
                .refused();
    }

    /** The refusal of a package id nobody knows; it lists the known ones. */
    public Refused unknownPackage() {
        List<PackageIdentity> known = library.packages().stream()
                .map(each -> PackageIdentity.inCatalogue(each.policy()))
                .toList();
        String ids = known.stream().map(PackageIdentity::id).collect(Collectors.joining("、"));
        return new Refusal(Reason.UNKNOWN_PACKAGE, "没有这个规则包。已有的规则包：" + ids + "。", null, null, known).refused();
    }

    private Refused noneInForce(City city, LocalDate date) {
        List<PolicyDocument> documents =
                library.of(city).stream().map(each -> each.policy().document()).toList();
        Optional<LocalDate> lapsed = documents.stream()
                .map(PolicyDocument::effective)
                .filter(effective -> effective != null
                        && effective.to() != null
                        && effective.to().isBefore(date))
                .map(Effective::to)
                .max(Comparator.naturalOrder());
        String detail = city.name() + "在 " + date + " 没有施行中的规则包。"
                + lapsed.map(day -> "最近一个已于 " + day + " 期满失效。").orElse("")
                + "各规则包的施行期间："
                + documents.stream()
                        .map(each -> each.id() + "（" + interval(each) + "）")
                        .collect(Collectors.joining("、"))
                + "。";
        return refused(Reason.NO_PACKAGE_IN_FORCE, detail, city);
    }

    private Refused mismatch(String detail, City city) {
        return refused(Reason.PACKAGE_MISMATCH, detail, city);
    }

    private Refused refused(Reason reason, String detail, City city) {
        List<PackageIdentity> packages = library.of(city).stream()
                .map(each -> PackageIdentity.inCatalogue(each.policy()))
                .toList();
        return new Refusal(reason, detail, null, null, packages).refused();
    }

    private static String interval(PolicyDocument document) {
        Effective effective = document.effective();
        if (effective == null) {
            return "草案，未施行";
        }
        return effective.from() + (effective.to() == null ? " 起" : " 至 " + effective.to());
    }
}

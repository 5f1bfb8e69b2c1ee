package luohu.service;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import luohu.library.LibraryPackage;
import luohu.library.PackageLibrary;
import luohu.packages.City;
import luohu.packages.DocumentHead;
import luohu.packages.Effective;
import luohu.service.Refusal.Reason;
import luohu.service.Refusal.Refused;

/**
 * Finds the package a caller means in one library, or says in words why there is none.
 *
 * @param library the library in use when the request came in
 */
public record PackageChoice(PackageLibrary library) {

    /** The most cities and packages that a refusal lists: as many as a province has. Who wants all of them asks the catalogue. */
    static final int MOST_LISTED = 50;

    private static final String CITIES = "/v1/cities";
    private static final String PACKAGES = "/v1/packages";

    /**
     * The package of an id, drafts included.
     *
     * @throws Refused when nobody knows the id; it lists known ones
     */
    public LibraryPackage byId(String id) {
        return library.byId(id).orElseThrow(this::unknownPackage);
    }

    /**
     * The city that a caller means.
     *
     * @throws Refused when it has no package; it lists known ones
     */
    public City city(String name) {
        return library.city(name).orElseThrow(this::unknownCity);
    }

    /**
     * The package in force in a city on a day, or the one pinned.
     *
     * @param packageId the package pinned; null for the one in force
     * @param packageDigest the digest it must have; null for any
     * @throws Refused when there is none, or when the one pinned is another city's, has another digest or is not in force
     */
    public LibraryPackage of(City city, String packageId, String packageDigest, LocalDate date) {
        return packageId == null ? inForce(city, date) : pinned(packageId, packageDigest, city, date);
    }

    private LibraryPackage inForce(City city, LocalDate date) {
        return library.inForce(city, date).orElseThrow(() -> noneInForce(city, date));
    }

    private LibraryPackage pinned(String packageId, String packageDigest, City city, LocalDate date) {
        LibraryPackage pinned = ofCity(packageId, packageDigest, city);
        DocumentHead document = pinned.head();
        if (!document.draft() && !document.inForceOn(date)) {
            throw mismatch(
                    "规则包 " + document.id() + " 在 " + date + " 不施行（" + interval(document)
                            + "）；请改正 effectiveDate 或者 packageId。",
                    city);
        }
        return pinned;
    }

    /**
     * The package of an id, which has to be a city's; in force or not.
     *
     * @param packageDigest the digest it must have; null for any
     * @throws Refused when nobody knows the id, it is another city's or has another digest
     */
    public LibraryPackage ofCity(String packageId, String packageDigest, City city) {
        LibraryPackage meant = byId(packageId);
        DocumentHead document = meant.head();
        if (!document.city().equals(city)) {
            throw mismatch(
                    "规则包 " + document.id() + " 属于" + document.city().name() + "，不属于所请求的" + city.name()
                            + "；请改正 city 或者 packageId。",
                    city);
        }
        String digest = meant.digest();
        if (packageDigest != null && !packageDigest.equals(digest)) {
            throw mismatch(
                    "规则包 " + document.id() + " 正在使用的摘要是 " + digest + "，不是 packageDigest 所写的；请改正 packageDigest，或者不写。",
                    city);
        }
        return meant;
    }

    private Refused unknownCity() {
        return new Refusal(Reason.UNKNOWN_CITY, knownCities(), null, first(library.cities()), null).refused();
    }

    private Refused unknownPackage() {
        return new Refusal(Reason.UNKNOWN_PACKAGE, knownPackages(), null, null, identities(first(library.packages())))
                .refused();
    }

    /** That a city is unknown, and which are known. */
    public String knownCities() {
        String known = words(
                first(library.cities()),
                city -> city.name() + "（" + city.code() + "，" + city.pinyin() + "）",
                library.cities().size(),
                CITIES);
        return "没有这个城市的规则包。已有的城市：" + known + "；可以写区划代码、名称或者拼音。";
    }

    /** That a package is unknown, and which are known. */
    public String knownPackages() {
        return "没有这个规则包。已有的规则包："
                + words(
                        first(library.packages()),
                        each -> each.head().id(),
                        library.packages().size(),
                        PACKAGES)
                + "。";
    }

    private Refused noneInForce(City city, LocalDate date) {
        List<DocumentHead> documents =
                library.of(city).stream().map(LibraryPackage::head).toList();
        Optional<LocalDate> lapsed = documents.stream()
                .map(DocumentHead::effective)
                .filter(effective -> effective != null
                        && effective.to() != null
                        && effective.to().isBefore(date))
                .map(Effective::to)
                .max(Comparator.naturalOrder());
        String detail = city.name() + "在 " + date + " 没有施行中的规则包。"
                + lapsed.map(day -> "最近一个已于 " + day + " 期满失效。").orElse("")
                + "各规则包的施行期间："
                + words(last(documents), each -> each.id() + "（" + interval(each) + "）", documents.size(), CITIES)
                + "。";
        return refused(Reason.NO_PACKAGE_IN_FORCE, detail, city);
    }

    private Refused mismatch(String detail, City city) {
        return refused(Reason.PACKAGE_MISMATCH, detail, city);
    }

    private Refused refused(Reason reason, String detail, City city) {
        return new Refusal(reason, detail, null, null, identities(last(library.of(city)))).refused();
    }

    private static List<PackageIdentity> identities(List<LibraryPackage> packages) {
        return packages.stream().map(PackageIdentity::inCatalogue).toList();
    }

    private static <T> List<T> first(Collection<T> all) {
        return all.stream().limit(MOST_LISTED).toList();
    }

    /** Of the packages of one city, which come by their first day, the latest. */
    private static <T> List<T> last(List<T> all) {
        return all.subList(Math.max(0, all.size() - MOST_LISTED), all.size());
    }

    /** What is listed of so many, in words, and where the rest is to be found. */
    private static <T> String words(List<T> listed, Function<T, String> words, int all, String catalogue) {
        String known = listed.stream().map(words).collect(Collectors.joining("、"));
        int more = all - listed.size();
        return more <= 0 ? known : known + "，另有 " + more + " 个没有列出，全部见 GET " + catalogue;
    }

    private static String interval(DocumentHead document) {
        Effective effective = document.effective();
        if (effective == null) {
            return "草案，未施行";
        }
        return effective.from() + (effective.to() == null ? " 起" : " 至 " + effective.to());
    }
}

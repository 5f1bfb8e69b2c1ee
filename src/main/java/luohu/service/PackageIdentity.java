package luohu.service;

import java.time.LocalDate;
import luohu.library.LibraryPackage;
import luohu.packages.City;
import luohu.packages.DocumentHead;
import luohu.packages.Effective;
import luohu.packages.PolicyPackage;

/**
 * Which package this is about.
 *
 * @param id its id
 * @param city whose document it is
 * @param title the document's title
 * @param documentNumber the document's number; null where it bears none
 * @param issuer who issued the document; null where it does not say
 * @param status IN_FORCE on the date asked, or DRAFT; null in the catalogue for what is no draft
 * @param effectiveFrom the first day; null for a draft
 * @param effectiveFromBasis what the first day rests on; null for a draft
 * @param effectiveTo the last day, included; null where none is stated
 * @param revision the revision of the encoding
 * @param digest SHA-256 over document and rules
 */
public record PackageIdentity(
        String id,
        CityName city,
        String title,
        String documentNumber,
        String issuer,
        Status status,
        LocalDate effectiveFrom,
        Effective.FromBasis effectiveFromBasis,
        LocalDate effectiveTo,
        String revision,
        String digest) {

    /** A city as answers name it. */
    public record CityName(String code, String name) {

        /** The name of a city. */
        public static CityName of(City city) {
            return new CityName(city.code(), city.name());
        }
    }

    /** Whether a package is law on the date asked. */
    public enum Status {
        IN_FORCE,
        DRAFT
    }

    /** The identity as the catalogue gives it: nothing that depends on a date. */
    public static PackageIdentity inCatalogue(PolicyPackage policy) {
        return inCatalogue(policy.document().head(), policy.digest());
    }

    /** The identity as the catalogue gives it, of a package that need not be compiled. */
    public static PackageIdentity inCatalogue(LibraryPackage held) {
        return inCatalogue(held.head(), held.digest());
    }

    /** The identity as answers give it. */
    public static PackageIdentity inAnswer(PolicyPackage policy) {
        DocumentHead head = policy.document().head();
        return of(head, policy.digest(), head.draft() ? Status.DRAFT : Status.IN_FORCE);
    }

    private static PackageIdentity inCatalogue(DocumentHead head, String digest) {
        return of(head, digest, head.draft() ? Status.DRAFT : null);
    }

    private static PackageIdentity of(DocumentHead head, String digest, Status status) {
        Effective effective = head.effective();
        return new PackageIdentity(
                head.id(),
                CityName.of(head.city()),
                head.title(),
                head.documentNumber(),
                head.issuer(),
                status,
                effective == null ? null : effective.from(),
                effective == null ? null : effective.fromBasis(),
                effective == null ? null : effective.to(),
                head.revision(),
                digest);
    }
}

package luohu.service;

import java.time.LocalDate;
import luohu.packages.Effective;
import luohu.packages.PolicyDocument;
import luohu.packages.PolicyPackage;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

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
        @Schema(description = "规则包 id") String id,
        @Schema(description = "城市") CityName city,
        @Schema(description = "文件标题") String title,
        @Schema(description = "文号；文件未载明的为 null") String documentNumber,
        @Schema(description = "制发机关；文件未载明的为 null") String issuer,
        @Schema(description = "IN_FORCE：在所询日期施行；DRAFT：草案。目录中除草案外为 null") Status status,
        @Schema(description = "施行之日；草案为 null") LocalDate effectiveFrom,
        @Schema(description = "施行之日的依据：STATED 文件写明，DOCUMENT_DATE 以成文日期为准，INFERRED 由文本推断") Effective.FromBasis effectiveFromBasis,
        @Schema(description = "最后一日（含当日）；未写明的为 null") LocalDate effectiveTo,
        @Schema(description = "规则包的修订号") String revision,
        @Schema(description = "文件数据与规则的 SHA-256 摘要") String digest) {

    /** A city as answers name it. */
    public record CityName(
            @Schema(description = "六位区划代码") String code,
            @Schema(description = "名称") String name) {}

    /** Whether a package is law on the date asked. */
    public enum Status {
        IN_FORCE,
        DRAFT
    }

    /** The identity as the catalogue gives it: nothing that depends on a date. */
    public static PackageIdentity inCatalogue(PolicyPackage policy) {
        return of(policy, policy.document().draft() ? Status.DRAFT : null);
    }

    /** The identity as answers give it. */
    static PackageIdentity inAnswer(PolicyPackage policy) {
        return of(policy, policy.document().draft() ? Status.DRAFT : Status.IN_FORCE);
    }

    private static PackageIdentity of(PolicyPackage policy, Status status) {
        PolicyDocument document = policy.document();
        Effective effective = document.effective();
        return new PackageIdentity(
                document.id(),
                new CityName(document.city().code(), document.city().name()),
                document.title(),
                document.documentNumber(),
                document.issuer(),
                status,
                effective == null ? null : effective.from(),
                effective == null ? null : effective.fromBasis(),
                effective == null ? null : effective.to(),
                document.revision(),
                policy.digest());
    }
}

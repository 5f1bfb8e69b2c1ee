package luohu.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import luohu.binding.Fault;
import luohu.packages.City;
import luohu.service.PackageIdentity;
import luohu.service.Refusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A problem in the shape of RFC 9457.
 *
 * @param type {@code urn:luohu:problem:} and the code
 * @param title what kind of problem, in Chinese
 * @param status the HTTP status
 * @param detail what is wrong and how to mend it, in Chinese
 * @param errors of an invalid request, everything wrong with it
 * @param cities of an unknown city, the known ones
 * @param packages the packages that can be asked for instead
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Problem")
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        List<Fault> errors,
        List<City> cities,
        List<PackageIdentity> packages) {

    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** A problem without particulars. */
    static Problem of(ProblemKind kind) {
        return new Problem(kind.type(), kind.title(), kind.status(), kind.detail(), null, null, null);
    }

    /** The problem that a refusal is to a caller over HTTP. */
    static Problem of(Refusal refusal) {
        ProblemKind kind = ProblemKind.valueOf(refusal.reason().name());
        return new Problem(
                kind.type(),
                kind.title(),
                kind.status(),
                refusal.detail(),
                refusal.errors(),
                refusal.cities(),
                refusal.packages());
    }
}

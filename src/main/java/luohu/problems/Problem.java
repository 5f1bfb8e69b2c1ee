package luohu.problems;

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
 * @param errors of an invalid request, what is wrong with it
 * @param cities of an unknown city, known ones
 * @param packages packages that can be asked for instead
 * @param line of a line of a batch, its number, from 1
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
        List<PackageIdentity> packages,
        Long line) {

    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** The code at the end of the type. */
    public String code() {
        return type.substring(type.lastIndexOf(':') + 1);
    }

    /** A problem without particulars. */
    public static Problem of(ProblemKind kind) {
        return of(kind, kind.detail());
    }

    /** A problem of which more can be said than its kind does. */
    public static Problem of(ProblemKind kind, String detail) {
        return new Problem(kind.type(), kind.title(), kind.status(), detail, null, null, null, null);
    }

    /** The problem that a refusal is to a caller. */
    public static Problem of(Refusal refusal) {
        ProblemKind kind = ProblemKind.of(refusal.reason());
        return new Problem(
                kind.type(),
                kind.title(),
                kind.status(),
                refusal.detail(),
                refusal.errors(),
                refusal.cities(),
                refusal.packages(),
                null);
    }

    /** The same problem, met on a line of a batch. */
    public Problem onLine(long number) {
        return new Problem(type, title, status, detail, errors, cities, packages, number);
    }
}

package luohu.service;

import java.util.List;
import java.util.Locale;
import luohu.binding.Fault;
import luohu.packages.City;
import luohu.request.InvalidRequestException;

/**
 * Why a request gets no decision, in words for people.
 *
 * @param reason what kind of refusal
 * @param detail what is wrong and how to mend it, in Chinese
 * @param errors of an invalid request, what is wrong with it; else null
 * @param cities of an unknown city, known ones; else null
 * @param packages packages that can be asked for instead; else null
 */
public record Refusal(
        Reason reason, String detail, List<Fault> errors, List<City> cities, List<PackageIdentity> packages) {

    /** What kind of refusal; callers see the names as kebab-case codes. */
    public enum Reason {
        MALFORMED_JSON,
        INVALID_REQUEST,
        UNKNOWN_CITY,
        UNKNOWN_PACKAGE,
        NO_PACKAGE_IN_FORCE,
        PACKAGE_MISMATCH;

        /** The stable code. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A refusal on its way to the caller. */
    public static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Refusal refusal;

        /** With the refusal; no stack trace, since it tells nothing about the program. */
        public Refused(Refusal refusal) {
            super(null, null, false, false);
            this.refusal = refusal;
        }

        /** The refusal. */
        public Refusal refusal() {
            return refusal;
        }
    }

    /** The refusal of a request that cannot be read. */
    public static Refused of(InvalidRequestException unread) {
        if (unread.isMalformed()) {
            return malformed();
        }
        List<Fault> errors = unread.faults();
        return unread.hasMore()
                ? invalid(errors, "请求中的错误不止 " + errors.size() + " 处，errors 只列出这些，其余的没有列出；请一并改正后重试。")
                : invalid(errors);
    }

    private static Refused malformed() {
        return new Refusal(Reason.MALFORMED_JSON, "请求正文应是一个 UTF-8 编码的 JSON 对象 {…}，前后不能有其他内容。", null, null, null)
                .refused();
    }

    /** The refusal of a request with faults. */
    public static Refused invalid(List<Fault> errors) {
        return invalid(errors, "请求中有 " + errors.size() + " 处错误，见 errors；请一并改正后重试。");
    }

    private static Refused invalid(List<Fault> errors, String detail) {
        return new Refusal(Reason.INVALID_REQUEST, detail, errors, null, null).refused();
    }

    Refused refused() {
        return new Refused(this);
    }
}

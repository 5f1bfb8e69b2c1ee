package luohu.problems;

import java.util.Locale;
import luohu.service.Refusal;

/** Every kind of problem a caller can meet. */
public enum ProblemKind {
    MALFORMED_JSON(400, "正文不是 JSON 对象", ""),
    INVALID_REQUEST(400, "请求有误", ""),
    UNKNOWN_CITY(404, "没有这个城市", ""),
    UNKNOWN_PACKAGE(404, "没有这个规则包", ""),
    NO_PACKAGE_IN_FORCE(422, "该日没有施行中的规则包", ""),
    PACKAGE_MISMATCH(422, "规则包与城市、日期或者摘要不符", ""),
    BAD_REQUEST(400, "HTTP 请求有误", "HTTP 请求本身不合规范（例如缺少 Host，或者分块有误）；请检查所用的客户端。"),
    UNAUTHORIZED(401, "不知道调用方是谁", "没有凭据，或者凭据无效；请按运行单位给的方式出示密钥、令牌或者客户端证书，并确认没有过期。"),
    NOT_FOUND(404, "没有这个地址", "没有这个地址；可用的地址见 /q/openapi，也可在 /q/swagger-ui 试用。"),
    METHOD_NOT_ALLOWED(405, "不支持这个方法", "这个地址不支持所用的方法；可用的方法见响应头 Allow 和 /q/openapi。"),
    NOT_ACCEPTABLE(406, "没有可接受的格式", "这个地址给不出 Accept 中要求的格式；请接受 /q/openapi 为它写的格式，或者不写 Accept。"),
    REQUEST_TIMEOUT(408, "正文来得太慢", "请求正文没有在限定的时间内送完；请检查网络后重试。"),
    PAYLOAD_TOO_LARGE(413, "正文过大", "一次评估的请求正文不能超过 256 KiB。"),
    UNSUPPORTED_MEDIA_TYPE(415, "不支持的正文格式", "请求正文应为 application/json；请改正 Content-Type。"),
    TOO_MANY_REQUESTS(429, "请求过于频繁", "超过了每个调用方的频率限制；请在响应头 Retry-After 所说的秒数之后重试。"),
    INTERNAL_ERROR(500, "内部错误", "服务内部出错，这不是请求的问题，也不是“不符合条件”；请稍后重试或者联系运行人员。"),
    ISSUER_UNAVAILABLE(503, "暂时核对不了令牌", "签发令牌的认证系统没有答复，暂时核对不了令牌，不是说令牌有误；请在响应头 Retry-After 所说的秒数之后重试。");

    private final int status;
    private final String title;
    private final String detail;

    ProblemKind(int status, String title, String detail) {
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    /** The stable code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The type of RFC 9457. */
    public String type() {
        return "urn:luohu:problem:" + code();
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** What kind of problem, in Chinese. */
    public String title() {
        return title;
    }

    /** What is wrong and how to mend it, in Chinese; empty where that depends on the request. */
    public String detail() {
        return detail;
    }

    /** The kind of a refusal. */
    public static ProblemKind of(Refusal.Reason reason) {
        return valueOf(reason.name());
    }

    /** The kind for a status that the HTTP server itself arrived at. */
    public static ProblemKind ofStatus(int status) {
        for (ProblemKind kind : values()) {
            if (kind.status == status && !kind.detail.isEmpty()) {
                return kind;
            }
        }
        return status >= 400 && status < 500 ? BAD_REQUEST : INTERNAL_ERROR;
    }
}

package luohu.api;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/** What the HTTP server lets through although RFC 9112 has it refused, or although nobody here can read it. */
final class MessageForm {

    private MessageForm() {}

    /** Whether the request is of HTTP/1.0 or 1.1. The answer to any other would repeat what was sent in place of the version. */
    static boolean isVersionKnown(HttpServerRequest request) {
        return request.version() != null;
    }

    /** Whether it has one host at most, no header without a name, and a body that ends where it says (sections 3.2, 5.1, 6.1). */
    static boolean isSound(HttpServerRequest request) {
        List<String> transfers = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        return request.headers().getAll(HttpHeaders.HOST).size() < 2
                && !request.headers().contains("")
                && (transfers.isEmpty()
                        || transfers.size() == 1 && transfers.get(0).equalsIgnoreCase("chunked"));
    }

    /** Whether the body is as it reads: nothing here unpacks one (RFC 9110, 8.4.1). */
    static boolean isPlain(HttpServerRequest request) {
        return !request.headers().contains(HttpHeaders.CONTENT_ENCODING)
                || request.headers().getAll(HttpHeaders.CONTENT_ENCODING).stream()
                        .allMatch(coding -> coding.isBlank() || coding.strip().equalsIgnoreCase("identity"));
    }

    /** Whether a body follows its head. */
    static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? request.headers().contains(HttpHeaders.TRANSFER_ENCODING) : !length.equals("0");
    }
}

package luohu.robustness;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Requests as bytes, right or wrong. */
final class Http {

    static final String JSON = "Content-Type: application/json\r\n";
    static final String LINES = "Content-Type: application/x-ndjson\r\n";

    private Http() {}

    /** A request that states the length of its body and wants the connection closed. */
    static byte[] request(String method, String target, String headers, byte[] body) {
        return head(method, target, headers + "Content-Length: " + body.length + "\r\n", body);
    }

    /** A request without a body. */
    static byte[] request(String method, String target, String headers) {
        return head(method, target, headers, new byte[0]);
    }

    /** A request whose headers say themselves what follows. */
    static byte[] head(String method, String target, String headers, byte[] body) {
        String head =
                method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n";
        return join(head, body);
    }

    /** A text and bytes behind it. */
    static byte[] join(String text, byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(utf8(text));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

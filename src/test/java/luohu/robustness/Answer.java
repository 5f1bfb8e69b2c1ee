package luohu.robustness;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What came back until the service closed the connection.
 *
 * @param status the status, 0 when nothing came
 * @param head the head, empty when nothing came
 * @param body the body, put together where it came in chunks
 */
record Answer(int status, String head, byte[] body) {

    private static final Pattern STATUS = Pattern.compile("\\AHTTP/1\\.[01] ([0-9]{3}) ");
    private static final Pattern CODE = Pattern.compile("\"type\":\"urn:luohu:problem:([a-z-]+)\"");

    /** Takes the bytes of a connection apart; an interim answer (100) is passed over. */
    static Answer of(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        Matcher status = STATUS.matcher(text);
        if (!status.find()) {
            return new Answer(bytes.length == 0 ? 0 : -1, text, bytes);
        }
        int end = text.indexOf("\r\n\r\n") + 4;
        byte[] rest = Arrays.copyOfRange(bytes, end, bytes.length);
        if (status.group(1).equals("100")) {
            return of(rest);
        }
        String head = text.substring(0, end);
        boolean chunked = head.toLowerCase(Locale.ROOT).contains("\r\ntransfer-encoding: chunked\r\n");
        return new Answer(Integer.parseInt(status.group(1)), head, chunked ? joined(rest) : rest);
    }

    /** The body as text. */
    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The code of the first problem in it; empty when there is none. */
    String code() {
        Matcher code = CODE.matcher(text());
        return code.find() ? code.group(1) : "";
    }

    private static byte[] joined(byte[] chunks) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        String text = new String(chunks, StandardCharsets.ISO_8859_1);
        int at = 0;
        for (int line = text.indexOf("\r\n"); line >= 0; line = text.indexOf("\r\n", at)) {
            int length = Integer.parseInt(text.substring(at, line), 16);
            whole.write(chunks, line + 2, Math.min(length, chunks.length - line - 2));
            at = line + 2 + length + 2;
        }
        return whole.toByteArray();
    }
}

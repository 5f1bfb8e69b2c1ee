package luohu.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A request as it goes over the wire, and the answer it must get.
 *
 * @param wire head and body of the request
 * @param answer the body of the answer, whose status must be 200
 */
record Exchange(ByteBuffer wire, byte[] answer) {

    /** A request in JSON to an address. */
    static Exchange post(String target, String json, byte[] answer) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST " + target
                        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        ByteBuffer wire = ByteBuffer.allocateDirect(head.length + body.length);
        wire.put(head).put(body).flip();
        return new Exchange(wire.asReadOnlyBuffer(), answer);
    }
}

package luohu.robustness;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import luohu.robustness.BadInput.Expected;
import luohu.robustness.BadInput.Last;

/** What is no HTTP, or HTTP that breaks off, lies about lengths, takes its time, or is only odd. */
final class WireInputs {

    private static final String ENDPOINT = "the socket";
    private static final String EVALUATIONS = "/v1/evaluations";
    private static final String CITIES = "/v1/cities";
    private static final String GOOD = "{\"city\":\"zibo\",\"effectiveDate\":\"2024-05-01\"}";
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";

    private final List<BadInput> inputs = new ArrayList<>();

    private WireInputs() {}

    static List<BadInput> all() {
        WireInputs wire = new WireInputs();
        wire.noHttp();
        wire.targets();
        wire.heads();
        wire.lengths();
        wire.chunks();
        wire.slow();
        wire.odd();
        return wire.inputs;
    }

    private void noHttp() {
        raw("control characters", "\0\1\2\3\r\n\r\n");
        raw("a line of words", "hello there\r\n\r\n");
        raw("a line of one word", "hello\r\n\r\n");
        raw("HTTP/0.9", "GET /v1/cities\r\n");
        raw("a version of another protocol", "GET /v1/cities SPDY/1.1\r\nHost: a\r\n\r\n");
        raw("a version that is none", "GET /v1/cities XTTP/1.1\r\nHost: a\r\n\r\n");
        raw("HTTP/2.0 in letters", "GET /v1/cities HTTP/2.0\r\nHost: a\r\n\r\n");
        raw("HTTP/99.99", "GET /v1/cities HTTP/99.99\r\nHost: a\r\n\r\n");
        raw("the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0");
        raw("an answer", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        limit("a TLS hello", "160301002f0100002b0303" + "11".repeat(32) + "000002130101000000");
        limit("a TLS hello of the old form", "802e0103010015000000" + "10".repeat(20));
        limit("an SSH greeting without an end", HexFormat.of().formatHex(Http.utf8("SSH-2.0-x")));
        limit("empty lines only", HexFormat.of().formatHex(Http.utf8("\r\n\r\n\r\n\r\n")));
        limit("nothing", "");
        input("nothing, half closed", new byte[0], Expected.REFUSAL, null, Last.HALF_CLOSE);
        input("half a line, half closed", Http.utf8("GET /v1/ci"), Expected.REFUSAL, null, Last.HALF_CLOSE);
        raw("garbage after a bad request", "GET /nope HTTP/1.1\r\nHost: a\r\n\r\n\0\1\2 garbage\r\n\r\n");
    }

    private void targets() {
        for (String target :
                List.of("/", "/v1", "/v2/cities", "/q/nope", "/.env", "/v1/../../etc/passwd", "*", "v1/cities")) {
            problem("at " + target, Http.request("GET", target, ""), "not-found");
        }
        for (String target : List.of(
                "/q/swagger-ui/../../etc/passwd",
                "/q/swagger-ui/%2e%2e/%2e%2e/etc/passwd",
                "/q/swagger-ui/..%2f..%2fapplication.properties",
                "/q/swagger-ui/%00",
                "/%",
                "/%zz",
                "/%c0%af",
                "\\v1\\cities",
                "http://",
                "?",
                "/v1/citie\0s")) {
            problem("at " + target.replace("\0", "NUL"), Http.request("GET", target, ""), null);
        }
        refusal("an address of 5,000 characters", Http.request("GET", "/" + "a".repeat(5_000), ""));
        refusal("a query of 5,000 characters", Http.request("GET", "/v1/cities?" + "a".repeat(5_000), ""));
        refusal("a method of 5,000 characters", Http.request("M".repeat(5_000), CITIES, ""));
        refusal("a blank in the address", Http.request("GET", "/v1/cities /x", ""));
        problem("an address of another host", Http.request("CONNECT", "localhost:80", ""), "not-found");
        problem("the OpenAPI document to be deleted", Http.request("DELETE", "/q/openapi", ""), "method-not-allowed");
        problem(
                "the explorer to be changed",
                Http.request("PUT", "/q/swagger-ui/", Http.JSON, Http.utf8(GOOD)),
                "not-found");
    }

    private void heads() {
        for (String host :
                List.of("", "Host: a b\r\n", "Host: a:99999999\r\n", "Host: [::1\r\n", "Host: a\r\nHost: b\r\n")) {
            problem(
                    host.isEmpty() ? "no host" : "with " + host.strip().replace("\r\n", " and "),
                    Http.utf8("GET /v1/cities HTTP/1.1\r\nConnection: close\r\n" + host + "\r\n"),
                    "bad-request");
        }
        problem("a header without a name", Http.request("GET", CITIES, ": x\r\n"), "bad-request");
        refusal("a header without a colon", Http.request("GET", CITIES, "nocolon\r\n"));
        refusal("a header with a blank in its name", Http.request("GET", CITIES, "X y: z\r\n"));
        refusal("a header with a blank before its colon", Http.request("GET", CITIES, "Xy : z\r\n"));
        refusal("a header with a NUL", Http.request("GET", CITIES, "X: a\0b\r\n"));
        refusal("a header with a bare CR", Http.request("GET", CITIES, "X: a\rY: b\r\n"));
        refusal("a header with a DEL", Http.request("GET", CITIES, "Cookie: \u007f\r\n"));
        refusal("a header of 20,000 characters", Http.request("GET", CITIES, "X: " + "y".repeat(20_000) + "\r\n"));
        refusal("a header name of 20,000 characters", Http.request("GET", CITIES, "X".repeat(20_000) + ": y\r\n"));
        refusal("5,000 headers", Http.request("GET", CITIES, "X: y\r\n".repeat(5_000)));
    }

    private void lengths() {
        for (String length :
                List.of("-1", "abc", "1e3", "+5", "0x10", "", "9".repeat(30), "5, 6", "5\r\nContent-Length: 6")) {
            refusal(
                    "Content-Length " + length.replace("\r\n", " and "),
                    post(EVALUATIONS, Http.JSON + "Content-Length: " + length + "\r\n", GOOD));
            refusal(
                    "a batch of Content-Length " + length.replace("\r\n", " and "),
                    post(EVALUATIONS + "/batch", Http.LINES + "Content-Length: " + length + "\r\n", GOOD));
        }
        refusal("a length and chunks", post(EVALUATIONS, Http.JSON + "Content-Length: 9\r\n" + CHUNKED, GOOD));
        problem("a length too short", post(EVALUATIONS, Http.JSON + "Content-Length: 10\r\n", GOOD), "malformed-json");
        input(
                "a length too long, half closed",
                post(EVALUATIONS, Http.JSON + "Content-Length: 1000\r\n", GOOD),
                Expected.REFUSAL,
                null,
                Last.HALF_CLOSE);
        late("a length too long", post(EVALUATIONS, Http.JSON + "Content-Length: 1000\r\n", GOOD), "request-timeout");
        late(
                "a length of 1 GB",
                post(EVALUATIONS, Http.JSON + "Content-Length: 999999999\r\n", GOOD),
                "payload-too-large");
        late(
                "a length of 1 GB, first asked whether to send it",
                post(EVALUATIONS, Http.JSON + "Expect: 100-continue\r\nContent-Length: 999999999\r\n", ""),
                "payload-too-large");
        late(
                "a body announced and never sent",
                post(EVALUATIONS, Http.JSON + "Expect: 100-continue\r\nContent-Length: 100\r\n", ""),
                "request-timeout");
        late(
                "a wrong method with a body that never comes",
                Http.head("PUT", CITIES, "Content-Length: 99\r\n", new byte[0]),
                "method-not-allowed");
        late(
                "a wrong method for a batch that never comes",
                Http.head("PUT", EVALUATIONS + "/batch", CHUNKED, new byte[0]),
                "method-not-allowed");
        input(
                "a batch whose length is too long",
                post(EVALUATIONS + "/batch", Http.LINES + "Content-Length: 1000\r\n", GOOD + "\n"),
                Expected.CUT,
                null,
                Last.WAIT_FOR_LIMIT);
        for (String coding : List.of(
                "gzip", "identity", "xchunked", "chunked, gzip", "gzip, chunked", "chunked\r\nTransfer-Encoding: x")) {
            refusal(
                    "Transfer-Encoding " + coding.replace("\r\n", " and "),
                    post(EVALUATIONS, Http.JSON + "Transfer-Encoding: " + coding + "\r\n", "5\r\n12345\r\n0\r\n\r\n"));
        }
        refusal(
                "chunks in HTTP/1.0",
                Http.utf8("POST " + EVALUATIONS + " HTTP/1.0\r\n" + Http.JSON + CHUNKED + "\r\n2\r\n{}\r\n0\r\n\r\n"));
    }

    private void chunks() {
        for (String path : List.of(EVALUATIONS, EVALUATIONS + "/batch")) {
            String type = path.endsWith("batch") ? Http.LINES : Http.JSON;
            String to = path.endsWith("batch") ? " for a batch" : "";
            refusal("a chunk whose size is no number" + to, post(path, type + CHUNKED, "zz\r\nabc\r\n0\r\n\r\n"));
            refusal("a chunk of less than nothing" + to, post(path, type + CHUNKED, "-1\r\nabc\r\n0\r\n\r\n"));
            refusal("a chunk of 16 exabytes" + to, post(path, type + CHUNKED, "FFFFFFFFFFFFFFFF\r\nabc"));
            refusal("a chunk longer than it says" + to, post(path, type + CHUNKED, "3\r\nabcd\r\n0\r\n\r\n"));
            refusal("a bad trailer" + to, post(path, type + CHUNKED, "0\r\nX\0: y\r\n\r\n"));
            refusal(
                    "a trailer of 20,000 characters" + to,
                    post(path, type + CHUNKED, "0\r\nX: " + "a".repeat(20_000) + "\r\n\r\n"));
            refusal(
                    "a chunk with 20,000 characters of extension" + to,
                    post(path, type + CHUNKED, "3;" + "a".repeat(20_000) + "\r\nabc"));
            input(
                    "chunks that break off" + to,
                    post(path, type + CHUNKED, "5\r\nab"),
                    Expected.REFUSAL,
                    null,
                    Last.HALF_CLOSE);
        }
        late("a chunk that never comes", post(EVALUATIONS, Http.JSON + CHUNKED, "7FFFFFFF\r\nabc"), "request-timeout");
        input(
                "a batch's chunk that never comes",
                post(EVALUATIONS + "/batch", Http.LINES + CHUNKED, "7FFFFFFF\r\nabc"),
                Expected.REFUSAL,
                null,
                Last.WAIT_FOR_LIMIT);
    }

    private void slow() {
        List<byte[]> drops = new ArrayList<>(List.of(post(EVALUATIONS, Http.JSON + "Content-Length: 999\r\n", "")));
        for (int i = 0; i < 60; i++) {
            drops.add(new byte[] {' '});
        }
        inputs.add(new BadInput(
                ENDPOINT,
                "a body that comes byte by byte",
                drops,
                Last.WAIT_FOR_LIMIT,
                Expected.PROBLEM,
                "request-timeout"));
        List<byte[]> rest = new ArrayList<>(List.of(Http.head("GET", "/nope", "Content-Length: 999\r\n", new byte[0])));
        rest.addAll(drops.subList(1, drops.size()));
        inputs.add(new BadInput(
                ENDPOINT,
                "a body that nobody reads, byte by byte",
                rest,
                Last.WAIT_FOR_LIMIT,
                Expected.PROBLEM,
                "not-found"));
        List<byte[]> later = new ArrayList<>(
                List.of(
                        Http.utf8(
                                "POST /v1/evaluations HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}")));
        for (int i = 0; i < 30; i++) {
            later.add(new byte[0]);
        }
        later.add(Http.request("GET", CITIES, ""));
        inputs.add(new BadInput(
                ENDPOINT,
                "a wrong media type and, after the limit for bodies, a right request",
                later,
                Last.WAIT_FOR_LIMIT,
                Expected.KEPT,
                null));
        limit("a request line that is never finished", HexFormat.of().formatHex(Http.utf8("GET /v1/cit")));
        limit(
                "headers that are never finished",
                HexFormat.of().formatHex(Http.utf8("GET /v1/cities HTTP/1.1\r\nHost: a\r\nX: ")));
    }

    private void odd() {
        odd("a query nobody asked for", Http.request("GET", CITIES + "?x=y&&=&", ""));
        odd("a body nobody asked for", Http.request("GET", CITIES, Http.JSON, Http.utf8(GOOD)));
        odd("an expectation nobody can meet", Http.request("GET", CITIES, "Expect: 200-maybe\r\n"));
        odd(
                "a range and conditions that make no sense",
                Http.request("GET", CITIES, "Range: bytes=9-1\r\nIf-Match: \"\r\nIf-Modified-Since: x\r\n"));
        odd(
                "a cookie, a credential and an origin of nonsense",
                Http.request("GET", CITIES, "Cookie: =;;\"\r\nAuthorization: x y z\r\nOrigin: :::\r\n"));
        odd(
                "a trace of nonsense",
                Http.request("GET", CITIES, "traceparent: 00-zz\r\ntracestate: =,=\r\nbaggage: ;\r\n"));
        odd(
                "a receipt in the request",
                Http.request("POST", EVALUATIONS, Http.JSON + "Luohu-Receipt: e30..x\r\n", Http.utf8(GOOD)));
        odd(
                "an upgrade to HTTP/2",
                Http.request("GET", CITIES, "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n"));
        odd(
                "an upgrade to a web socket",
                Http.request("GET", CITIES, "Upgrade: websocket\r\nSec-WebSocket-Key: x\r\n"));
        odd("another method in a header", Http.request("GET", CITIES, "X-HTTP-Method-Override: DELETE\r\n"));
        odd(
                "garbage behind it",
                Http.join(
                        new String(Http.request("GET", CITIES, ""), StandardCharsets.US_ASCII),
                        Http.utf8("\0\1 garbage\r\n\r\n")));
    }

    private static byte[] post(String path, String headers, String body) {
        return Http.head("POST", path, headers, Http.utf8(body));
    }

    private void raw(String what, String text) {
        refusal(what, Http.utf8(text));
    }

    private void refusal(String what, byte[] bytes) {
        input(what, bytes, Expected.REFUSAL, null, Last.WAIT);
    }

    private void limit(String what, String hex) {
        input(what, HexFormat.of().parseHex(hex), Expected.REFUSAL, null, Last.WAIT_FOR_LIMIT);
    }

    private void late(String what, byte[] bytes, String code) {
        input(what, bytes, Expected.PROBLEM, code, Last.WAIT_FOR_LIMIT);
    }

    private void problem(String what, byte[] bytes, String code) {
        input(what, bytes, Expected.PROBLEM, code, Last.WAIT);
    }

    private void odd(String what, byte[] bytes) {
        input(what, bytes, Expected.ANSWER, null, Last.WAIT);
    }

    private void input(String what, byte[] bytes, Expected expected, String code, Last last) {
        inputs.add(new BadInput(ENDPOINT, what, bytes, expected, code).ending(last));
    }
}

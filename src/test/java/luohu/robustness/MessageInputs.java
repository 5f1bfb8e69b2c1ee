package luohu.robustness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import luohu.robustness.BadInput.Expected;
import luohu.robustness.Operations.Operation;

/** Everything around the body of an operation: methods, addresses, queries, media types, lengths. */
final class MessageInputs {

    private static final List<String> METHODS = List.of(
            "GET",
            "POST",
            "PUT",
            "DELETE",
            "PATCH",
            "TRACE",
            "CONNECT",
            "PROPFIND",
            "get",
            "post",
            "FOO",
            "M".repeat(500));

    private static final List<String> ACCEPTED =
            List.of("text/html", "image/png", "a/b/c", "\"", "/", "application/", "x".repeat(5_000));

    private static final List<String> MEDIA_TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/problem+json",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "application/json, text/plain",
            "json",
            "/",
            "\"",
            "a/b/c",
            "威海");

    /** Ids of packages that nobody has, as they stand in an address. */
    private static final Map<String, String> IDS = Map.of(
            "an unknown id", "nope",
            "a NUL", "%00",
            "an id in other letters", "ZIBO-2021-12-29",
            "a way out of a folder", "..%2f..%2fetc%2fpasswd",
            "a way out with backslashes", "..%5c..%5cetc",
            "bytes that are no UTF-8", "%ff%fe",
            "Chinese unescaped", "威海",
            "half an escape", "%",
            "an escape of no digits", "%zz",
            "3,900 letters", "a".repeat(3_900));

    private static final Map<String, String> QUERIES = Map.of(
            "without from", "",
            "with an empty from", "?from=",
            "with an unknown from", "?from=nope",
            "with from said twice", "?from=nope&from=zibo-2021-draft",
            "with a NUL in from", "?from=%00",
            "with bytes that are no UTF-8 in from", "?from=%ff%fe",
            "with half an escape in from", "?from=%",
            "with an escape of no digits in from", "?from=%zz",
            "with from in a list", "?from[]=zibo-2021-draft",
            "with 3,900 letters in from", "?from=" + "a".repeat(3_900));

    List<BadInput> of(Operation operation) {
        List<BadInput> inputs = new ArrayList<>();
        methods(operation, inputs);
        addresses(operation, inputs);
        for (String accept : ACCEPTED) {
            inputs.add(problem(
                    operation,
                    "wants " + shortened(accept),
                    operation.request(
                            operation.method(),
                            operation.target(),
                            operation.contentType() + "Accept: " + accept + "\r\n"),
                    "not-acceptable"));
        }
        for (String coding : List.of("gzip", "br", "identity, gzip", "nonsense")) {
            inputs.add(problem(
                    operation,
                    "with Content-Encoding " + coding,
                    operation.request(
                            operation.method(),
                            operation.target(),
                            operation.contentType() + "Content-Encoding: " + coding + "\r\n"),
                    "unsupported-media-type"));
        }
        if (operation.good() != null) {
            bodies(operation, inputs);
        }
        return inputs;
    }

    private void methods(Operation operation, List<BadInput> inputs) {
        for (String method : METHODS) {
            if (!operation.methods().contains(method)) {
                inputs.add(problem(
                        operation,
                        "with the method " + shortened(method),
                        operation.request(method, operation.target(), operation.contentType()),
                        "method-not-allowed"));
            }
        }
    }

    private void addresses(Operation operation, List<BadInput> inputs) {
        inputs.add(problem(operation, "at an address below", at(operation, below(operation)), "not-found"));
        boolean asksQuery = operation.target().contains("?");
        inputs.add(new BadInput(
                operation.name(),
                "with half an escape in the query",
                at(operation, path(operation) + "?a=%"),
                asksQuery ? Expected.PROBLEM : Expected.ANSWER,
                asksQuery ? "bad-request" : null));
        if (operation.path().contains("{id}")) {
            IDS.forEach((what, id) -> inputs.add(problem(
                    operation, "for " + what, at(operation, operation.target().replace("zibo-2021-12-29", id)), null)));
        }
        if (operation.path().endsWith("/changes")) {
            QUERIES.forEach((what, query) ->
                    inputs.add(problem(operation, what, at(operation, path(operation) + query), null)));
        }
    }

    private void bodies(Operation operation, List<BadInput> inputs) {
        for (String type : MEDIA_TYPES) {
            inputs.add(problem(
                    operation,
                    "with a body of " + type,
                    operation.request(operation.method(), operation.target(), "Content-Type: " + type + "\r\n"),
                    "unsupported-media-type"));
        }
        if (operation.takesJson()) {
            byte[] long1 = Http.utf8(operation.good() + " ".repeat(256 * 1024));
            inputs.add(problem(
                    operation,
                    "with a body of more than 256 KiB",
                    Http.request(operation.method(), operation.target(), Http.JSON, long1),
                    "payload-too-large"));
            inputs.add(problem(
                    operation,
                    "with a body of more than 256 KiB in one chunk",
                    Http.head(
                            operation.method(),
                            operation.target(),
                            Http.JSON + "Transfer-Encoding: chunked\r\n",
                            Http.join(Integer.toHexString(long1.length) + "\r\n", long1)),
                    "payload-too-large"));
            inputs.add(problem(
                    operation,
                    "with an empty body",
                    Http.request(operation.method(), operation.target(), Http.JSON, new byte[0]),
                    "malformed-json"));
        }
    }

    private static BadInput problem(Operation operation, String what, byte[] request, String code) {
        return new BadInput(operation.name(), what, request, Expected.PROBLEM, code);
    }

    private static byte[] at(Operation operation, String address) {
        return operation.request(operation.method(), address, operation.contentType());
    }

    private static String path(Operation operation) {
        String target = operation.target();
        return target.contains("?") ? target.substring(0, target.indexOf('?')) : target;
    }

    private static String below(Operation operation) {
        return path(operation) + "/a/b/c";
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 10) + "… (" + text.length() + " characters)";
    }
}

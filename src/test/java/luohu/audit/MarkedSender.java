package luohu.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luohu.receipts.Receipts;
import luohu.testing.Marked;
import luohu.testing.ServiceProcess;

/** Sends marked requests and looks for the marks in what comes back. */
final class MarkedSender {

    private static final int LONGEST_BODY = 256 * 1024;

    private final ObjectMapper json = new ObjectMapper();
    private final Map<Integer, Integer> statuses = new LinkedHashMap<>();
    private final List<String> repeated = new ArrayList<>();
    private final ServiceProcess service;
    private int receipts;

    MarkedSender(ServiceProcess service) {
        this.service = service;
    }

    /** How often each status came. */
    Map<Integer, Integer> statuses() {
        return statuses;
    }

    /** What was refused in words that repeat it. */
    List<String> repeated() {
        return repeated;
    }

    /** How many answers came with a receipt. */
    int receipts() {
        return receipts;
    }

    /** A request that must not be repeated to its sender unless it is answered. */
    void refused(String what, String method, String path, String body, String headers) throws IOException {
        unrepeated(sent(method, path, body, headers), what);
    }

    /** The whole answer. Its head must not hold what was sent, whatever was asked. */
    String sent(String method, String path, String body, String headers) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                + bytes.length + "\r\n" + headers + "\r\n\r\n";
        try (Socket socket = new Socket("localhost", service.port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            try {
                socket.getOutputStream().write(bytes);
            } catch (IOException e) { // refused unread
                assertTrue(bytes.length > LONGEST_BODY, e.getMessage());
            }
            String answer = read(socket);
            if (!answer.isEmpty()) {
                statuses.merge(Integer.parseInt(answer.substring(9, 12)), 1, Integer::sum);
                unmarked(answer.substring(0, answer.indexOf("\r\n\r\n")));
            }
            return answer;
        }
    }

    /** The answers to lines of a batch, without the summary: those that refuse a line must not repeat it. */
    List<JsonNode> batch(String path, List<String> lines) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                ServiceProcess.send(service.api(path), "application/x-ndjson", String.join("\n", lines));
        assertEquals(200, answer.statusCode());
        assertFalse(answer.headers().toString().contains(Marked.MARK));
        List<String> texts = answer.body().lines().toList();
        assertEquals(lines.size() + 1, texts.size());
        assertFalse(texts.get(lines.size()).contains(Marked.MARK), "the summary");
        List<JsonNode> answers = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            JsonNode each = json.readTree(texts.get(i));
            answers.add(each);
            if (!each.has("package") && texts.get(i).contains(Marked.MARK)) {
                repeated.add(lines.get(i) + "\n" + texts.get(i));
            }
        }
        return answers;
    }

    /** An answer bears the caller's own id, as it promises, and names the relatives who qualify by the ids they were given. */
    private void unrepeated(String answer, String request) {
        if (!answer.startsWith("HTTP/1.1 200 ") && answer.contains(Marked.MARK)) {
            repeated.add(request + "\n" + answer);
        }
    }

    private void unmarked(String head) {
        assertFalse(head.contains(Marked.MARK), head);
        head.lines()
                .filter(line -> line.regionMatches(true, 0, Receipts.HEADER + ": ", 0, Receipts.HEADER.length() + 2))
                .forEach(line -> {
                    String statement = line.substring(Receipts.HEADER.length() + 2, line.indexOf('.'));
                    String said = new String(Base64.getUrlDecoder().decode(statement), StandardCharsets.UTF_8);
                    assertTrue(said.startsWith("{"), said);
                    assertFalse(said.contains(Marked.MARK), said);
                    receipts++;
                });
    }

    private static String read(Socket socket) throws IOException {
        StringBuilder answer = new StringBuilder();
        byte[] piece = new byte[65_536];
        try {
            for (int n = socket.getInputStream().read(piece);
                    n >= 0;
                    n = socket.getInputStream().read(piece)) {
                answer.append(new String(piece, 0, n, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) { // closed while the request was still being sent
            return answer.toString();
        }
        return answer.toString();
    }
}

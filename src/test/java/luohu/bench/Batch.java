package luohu.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A batch over HTTP: one thread sends the lines, another takes the answers and compares them, byte for byte. */
final class Batch {

    private static final int PIECE = 64 * 1024;

    private final int port;
    private final byte[] lines;
    private final byte[] answers;
    private final int each;
    private long compared;

    /**
     * @param lines the requests, each on one line, sent again and again
     * @param answers the answer to each
     */
    Batch(int port, List<String> lines, List<byte[]> answers) throws IOException {
        this.port = port;
        this.each = lines.size();
        this.lines = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (byte[] answer : answers) {
            text.write(answer);
            text.write('\n');
        }
        this.answers = text.toByteArray();
    }

    /** Sends all lines so many times; gives the lines a second. */
    double send(int times) throws IOException, InterruptedException {
        compared = 0;
        long begun = System.nanoTime();
        try (Socket socket = new Socket("127.0.0.1", port)) {
            Thread sender = new Thread(() -> write(socket, times));
            sender.start();
            read(new BufferedInputStream(socket.getInputStream(), PIECE), (long) times * answers.length);
            sender.join();
        }
        double seconds = (System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1);
        return times * (double) each / seconds;
    }

    private void write(Socket socket, int times) {
        try {
            String head =
                    "POST /v1/evaluations/batch HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-ndjson\r\n"
                            + "Content-Length: " + (long) times * lines.length + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < times; i++) {
                socket.getOutputStream().write(lines);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the answers out of their chunks; what follows them is the summary. */
    private void read(InputStream in, long expected) throws IOException {
        String status = line(in);
        if (!status.startsWith("HTTP/1.1 200 ")) {
            throw new IOException(status);
        }
        while (!line(in).isEmpty()) {
            continue;
        }
        byte[] piece = new byte[PIECE];
        for (int left = chunk(in); left > 0; left = chunk(in)) {
            while (left > 0) {
                int got = in.read(piece, 0, Math.min(left, piece.length));
                if (got < 0) {
                    throw new EOFException("the batch broke off");
                }
                compare(piece, (int) Math.min(got, expected - compared));
                left -= got;
            }
            line(in);
        }
        if (compared < expected) {
            throw new IOException("answers are missing");
        }
    }

    private void compare(byte[] piece, int length) throws IOException {
        for (int from = 0; from < length; ) {
            int at = (int) (compared % answers.length);
            int part = Math.min(length - from, answers.length - at);
            if (!Arrays.equals(piece, from, from + part, answers, at, at + part)) {
                throw new IOException("a wrong answer before byte " + (compared + part));
            }
            from += part;
            compared += part;
        }
    }

    private static int chunk(InputStream in) throws IOException {
        return Integer.parseInt(line(in), 16);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the service has closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}

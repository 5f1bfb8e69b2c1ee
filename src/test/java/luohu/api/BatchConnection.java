package luohu.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.RestAssured;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A connection over which a batch is sent and read piece by piece, in chunks, as no usual client lets a test do it. */
final class BatchConnection implements AutoCloseable {

    private static final int PATIENCE = 60_000;

    private final Socket socket = new Socket();
    private final OutputStream request;
    private final InputStream response;
    private boolean headRead;
    private int inChunk;

    BatchConnection() throws IOException {
        this(RestAssured.port);
    }

    BatchConnection(int port) throws IOException {
        socket.setReceiveBufferSize(64 * 1024);
        socket.setSoTimeout(PATIENCE);
        socket.connect(new InetSocketAddress("localhost", port));
        request = socket.getOutputStream();
        response = new BufferedInputStream(socket.getInputStream());
    }

    /** Begins a batch. */
    void begin() throws IOException {
        headRead = false;
        inChunk = 0;
        request.write(
                ("POST " + BatchRoute.PATH + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                                + "Transfer-Encoding: chunked\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    /** Sends a piece of the body. */
    void send(String piece) throws IOException {
        byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
        request.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        request.write(bytes);
        request.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        request.flush();
    }

    /** Ends the body. */
    void end() throws IOException {
        request.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        request.flush();
    }

    /** The next line of the answer, waited for; null after the last. */
    String line() throws IOException {
        if (!headRead) {
            assertEquals("HTTP/1.1 200 OK", httpLine());
            while (!httpLine().isEmpty()) {
                headRead = true;
            }
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int each = body(); each != '\n'; each = body()) {
            if (each < 0) {
                return null;
            }
            line.write(each);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    /** Whether the service closes the connection without another word; waited for. */
    boolean isClosed() throws IOException {
        try {
            return response.read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    /** Goes away without a word. */
    @Override
    public void close() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private int body() throws IOException {
        if (inChunk == 0) {
            inChunk = Integer.parseInt(httpLine(), 16);
            if (inChunk == 0) {
                httpLine();
                return -1;
            }
        }
        int each = response.read();
        if (--inChunk == 0) {
            httpLine();
        }
        return each;
    }

    private String httpLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int each = response.read(); each != '\n'; each = response.read()) {
            if (each < 0) {
                throw new IOException("the connection ended");
            }
            line.append((char) each);
        }
        return line.toString().strip();
    }
}

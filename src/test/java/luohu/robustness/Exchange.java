package luohu.robustness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.List;

/** One connection on which something is sent, whatever it is, and everything that comes back is read. */
final class Exchange {

    /** Far more than the time limits that the service is started with. */
    private static final int PATIENCE = 30_000;

    private static final int BETWEEN_PIECES = 100;

    private Exchange() {}

    /**
     * Sends an input and reads until the service closes the connection.
     *
     * @throws IllegalStateException when the connection is left hanging
     */
    static Answer send(int port, BadInput input) throws IOException, InterruptedException {
        return Answer.of(send(port, input.pieces(), input.last() == BadInput.Last.HALF_CLOSE));
    }

    /** The answer to a request that wants the connection closed. */
    static Answer send(int port, byte[] request) throws IOException, InterruptedException {
        return Answer.of(send(port, List.of(request), false));
    }

    private static byte[] send(int port, List<byte[]> pieces, boolean halfClose)
            throws IOException, InterruptedException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(PATIENCE);
            try {
                write(socket, pieces);
                if (halfClose) {
                    socket.shutdownOutput();
                }
            } catch (SocketException e) {
                // Closed before all was sent. What was answered can still be read, unless the rest of what was sent
                // undid it.
            }
            byte[] piece = new byte[65_536];
            for (int n = socket.getInputStream().read(piece);
                    n >= 0;
                    n = socket.getInputStream().read(piece)) {
                answer.write(piece, 0, n);
            }
        } catch (SocketTimeoutException e) {
            throw new IllegalStateException("left hanging after " + PATIENCE + " ms, " + answer.size() + " bytes", e);
        } catch (SocketException e) {
            return answer.toByteArray(); // closed
        }
        return answer.toByteArray();
    }

    private static void write(Socket socket, List<byte[]> pieces) throws IOException, InterruptedException {
        for (byte[] piece : pieces) {
            if (piece != pieces.get(0)) {
                Thread.sleep(BETWEEN_PIECES);
            }
            socket.getOutputStream().write(piece);
        }
    }
}

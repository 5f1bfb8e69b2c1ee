package luohu.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** A connection to the service, with one request on it at a time. It does as little as possible: it shares the service's cores. */
final class Line implements AutoCloseable {

    private static final int LARGEST_ANSWER = 256 * 1024;
    private static final int LARGEST_HEAD = 2048;
    private static final String LENGTH = "content-length: ";

    private final SocketChannel channel;
    private final ByteBuffer in = ByteBuffer.allocate(LARGEST_ANSWER);
    private Exchange exchange;
    private long due;
    private int body;
    private int end;
    private boolean isOk;

    Line(int port, Selector selector) throws IOException {
        channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** Sends a request that was due at a time of {@link System#nanoTime}. */
    void send(Exchange next, long dueAt) throws IOException {
        exchange = next;
        due = dueAt;
        end = 0;
        in.clear();
        ByteBuffer out = next.wire().duplicate();
        channel.write(out);
        if (out.hasRemaining()) {
            throw new IOException("the request does not fit into the socket");
        }
    }

    /** Reads what has come; says whether the answer is complete. */
    boolean read() throws IOException {
        if (channel.read(in) < 0) {
            throw new EOFException("the service has closed the connection");
        }
        if (end == 0) {
            readHead();
        }
        return end > 0 && in.position() >= end;
    }

    /** Whether the complete answer is the right one, byte for byte. */
    boolean isRight() {
        return isOk
                && in.position() == end
                && Arrays.equals(in.array(), body, end, exchange.answer(), 0, exchange.answer().length);
    }

    /** When the request on it was due. */
    long due() {
        return due;
    }

    private void readHead() {
        String head = new String(in.array(), 0, Math.min(in.position(), LARGEST_HEAD), StandardCharsets.ISO_8859_1);
        int headEnd = head.indexOf("\r\n\r\n");
        if (headEnd >= 0) {
            int length = head.toLowerCase(Locale.ROOT).indexOf(LENGTH) + LENGTH.length();
            isOk = head.startsWith("HTTP/1.1 200 ");
            body = headEnd + 4;
            end = body + Integer.parseInt(head, length, head.indexOf('\r', length), 10);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

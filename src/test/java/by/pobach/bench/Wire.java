package by.pobach.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * One kept-alive HTTP/1.1 connection that costs next to nothing, since the client shares the processors with what it
 * measures. After any failure it connects anew.
 */
public final class Wire implements AutoCloseable {
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CLOSE = "connection: close".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CHUNKED = "transfer-encoding: chunked".getBytes(StandardCharsets.US_ASCII);

    private final int port;
    private final int patience;
    private final byte[] line = new byte[8_192];
    private Socket socket;
    private InputStream in;
    private int read;
    private boolean last;

    /** @param body as it came, possibly compressed; {@code bytes} all bytes of the answer on the wire */
    public record Reply(int status, byte[] body, int bytes) {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** @param patience milliseconds to wait for an answer */
    public Wire(int port, int patience) {
        this.port = port;
        this.patience = patience;
    }

    public static byte[] get(String path, String more) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + more + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] post(String path, String more, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + more
                + "Content-Length: " + body.length + "\r\n\r\n";
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        whole.writeBytes(body);
        return whole.toByteArray();
    }

    public Reply send(byte[] request) throws IOException {
        try {
            if (socket == null) {
                connect();
            }
            socket.getOutputStream().write(request);
            Reply reply = answer();
            if (last) {
                close();
            }
            return reply;
        } catch (IOException lost) {
            close();
            throw lost;
        }
    }

    private void connect() throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(patience);
        socket.connect(new InetSocketAddress("127.0.0.1", port), patience);
        in = new BufferedInputStream(socket.getInputStream(), 32_768);
    }

    private Reply answer() throws IOException {
        read = 0;
        int end = line();
        int status = Integer.parseInt(new String(line, 9, 3, StandardCharsets.US_ASCII));
        int length = 0;
        boolean chunked = false;
        last = false;
        for (end = line(); end > 0; end = line()) {
            if (starts(LENGTH)) {
                length = Integer.parseInt(
                        new String(line, LENGTH.length, end - LENGTH.length, StandardCharsets.US_ASCII).strip());
            }
            chunked |= starts(CHUNKED);
            last |= starts(CLOSE);
        }
        byte[] body = chunked ? chunks() : exactly(length);
        return new Reply(status, body, read);
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int length = Integer.parseInt(new String(line, 0, line(), StandardCharsets.US_ASCII).strip(), 16);
            body.writeBytes(exactly(length));
            line();
            if (length == 0) {
                return body.toByteArray();
            }
        }
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        read += length;
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    /** Reads a line without its end into the buffer; gives its length. */
    private int line() throws IOException {
        int length = 0;
        while (true) {
            int next = in.read();
            if (next < 0 || length == line.length) {
                throw new EOFException();
            }
            read++;
            if (next == '\n') {
                return length > 0 && line[length - 1] == '\r' ? length - 1 : length;
            }
            line[length++] = (byte) next;
        }
    }

    private boolean starts(byte[] lower) {
        for (int i = 0; i < lower.length; i++) {
            if ((line[i] >= 'A' && line[i] <= 'Z' ? line[i] + 32 : line[i]) != lower[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException gone) {
            // It is closed then.
        }
        socket = null;
    }
}

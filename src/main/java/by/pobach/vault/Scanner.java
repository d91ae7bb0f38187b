package by.pobach.vault;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A virus scanner that speaks as ClamAV's clamd does ({@code INSTREAM}), when {@code pobach.scanner} (host:port) names one. */
@Component
class Scanner {
    private static final int CONNECT_MILLIS = 2_000;
    private static final int ANSWER_MILLIS = 30_000;
    private static final int CHUNK = 1 << 16;
    private static final int LONGEST_ANSWER = 1_000;

    /** What it says. */
    enum Verdict {
        NONE_HERE,
        CLEAN,
        INFECTED,
        SILENT
    }

    private final String address;

    Scanner(@Value("${pobach.scanner:}") String address) {
        this.address = address.strip();
    }

    Verdict scan(byte[] content) {
        if (address.isEmpty()) {
            return Verdict.NONE_HERE;
        }
        int colon = address.lastIndexOf(':');
        try (Socket socket = new Socket()) {
            int port = Integer.parseInt(address.substring(colon + 1));
            socket.connect(new InetSocketAddress(address.substring(0, colon), port), CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            send(socket, content);
            return verdict(new String(socket.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException unreachable) {
            return Verdict.SILENT;
        }
    }

    private static void send(Socket socket, byte[] content) throws IOException {
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        for (int at = 0; at < content.length; at += CHUNK) {
            int length = Math.min(CHUNK, content.length - at);
            out.writeInt(length);
            out.write(content, at, length);
        }
        out.writeInt(0);
        out.flush();
    }

    /** {@code stream: OK}, {@code stream: … FOUND} or {@code … ERROR}. */
    private static Verdict verdict(String answer) {
        String said = answer.replace("\0", "").strip();
        if (said.endsWith("FOUND")) {
            return Verdict.INFECTED;
        }
        return said.equals("stream: OK") ? Verdict.CLEAN : Verdict.SILENT;
    }
}

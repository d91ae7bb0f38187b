package by.pobach.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A scanner on a real socket that speaks INSTREAM and knows one virus: the one of EICAR, which harms nobody. */
class ScannerTests {
    /** In two halves, so that no scanner takes this file away. */
    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR" + "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    ServerSocket server;

    @BeforeEach
    void a_scanner_listens() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    @AfterEach
    void it_ends() throws IOException {
        server.close();
    }

    @Test
    void a_virus_is_found_and_said_in_words() {
        assertThat(inspection().of(("Добры дзень " + EICAR).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Inspection.Refused(new FileOutcome.Infected()));
    }

    @Test
    void a_virus_across_two_chunks_is_found() {
        String letter = "a".repeat((1 << 16) - 20) + EICAR + "b".repeat(1 << 17);

        assertThat(scanner().scan(letter.getBytes(StandardCharsets.UTF_8))).isEqualTo(Scanner.Verdict.INFECTED);
    }

    @Test
    void a_letter_that_was_scanned_says_so() {
        Inspection.Result result = inspection().of("Добры дзень".getBytes(StandardCharsets.UTF_8));

        assertThat(result)
                .isInstanceOfSatisfying(
                        Inspection.Passed.class,
                        passed -> assertThat(passed.state()).isEqualTo(KeptFile.State.SCANNED));
    }

    @Test
    void nothing_is_kept_unseen_while_the_scanner_is_away_or_talks_nonsense() throws IOException {
        byte[] letter = "Добры дзень".getBytes(StandardCharsets.UTF_8);
        Scanner away = scanner();
        server.close();

        assertThat(new Inspection(away, new Workbench()).of(letter))
                .isEqualTo(new Inspection.Refused(new FileOutcome.NotNow()));
        assertThat(new Scanner("no-port").scan(letter)).isEqualTo(Scanner.Verdict.SILENT);
    }

    private Inspection inspection() {
        return new Inspection(scanner(), new Workbench());
    }

    private Scanner scanner() {
        return new Scanner("127.0.0.1:" + server.getLocalPort());
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                answer(socket);
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void answer(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        String command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            file.write(in.readNBytes(length));
        }
        String answer = !command.equals("zINSTREAM\0")
                ? "UNKNOWN COMMAND\0"
                : file.toString(StandardCharsets.UTF_8).contains(EICAR)
                        ? "stream: Eicar-Test-Signature FOUND\0"
                        : "stream: OK\0";
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
    }
}

package by.pobach.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import by.pobach.web.Language;
import jakarta.mail.MessagingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a letter when the server says no, not now, or nothing any more. */
@NullMarked
class MailServerTests {

    @ParameterizedTest
    @CsvSource({
        "RCPT,550 no such user,Refused",
        "RCPT,452 mailbox full,NotNow",
        "RCPT,421 going down,NotNow",
        "MAIL,550 sender not allowed,NotNow",
        "DATA,554 no,Refused",
        "DATA,451 later,NotNow",
        ".,552 too big,Refused",
        ".,451 greylisted,NotNow",
        "none,,Taken",
        ".,hang up,Unknown",
        "DATA,hang up,Unknown"
    })
    void each_answer_has_its_meaning(String at, String reply, String meaning) throws Exception {
        try (Script server = new Script(at, reply == null ? "" : reply);
                MailServer line = MailServer.open(server.address(), "centre@pobach.example")) {
            Delivery delivery = line.deliver(letter(), Duration.ofSeconds(20));

            assertThat(delivery.getClass().getSimpleName()).isEqualTo(meaning);
            assertThat(delivery.toString()).doesNotContain("alesya");
        }
    }

    @Test
    void a_server_that_thinks_too_long_is_hung_up_on() throws Exception {
        try (Script server = new Script(".", "think");
                MailServer line = MailServer.open(server.address(), "centre@pobach.example")) {
            long started = System.nanoTime();

            Delivery delivery = line.deliver(letter(), Duration.ofMillis(300));

            assertThat(delivery).isInstanceOf(Delivery.Unknown.class);
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
            assertThat(line.usable()).isFalse();
        }
    }

    @Test
    void a_server_that_is_down_is_noticed_before_any_letter_is_taken() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }

        assertThatThrownBy(() -> MailServer.open(URI.create("smtp://127.0.0.1:" + port), "centre@pobach.example"))
                .isInstanceOf(MessagingException.class);
    }

    @Test
    void a_password_is_never_said_over_an_open_line_to_another_machine() {
        assertThat(PostSettings.account(URI.create("smtp://centre:p%40ss+word@mail.example.org:587")))
                .containsExactly("centre", "p@ss+word");
        assertThat(MailServer.session(URI.create("smtp://a:b@mail.example.org"), "x@y")
                        .getProperty("mail.smtp.starttls.required"))
                .isEqualTo("true");
        assertThatThrownBy(() -> new PostSettings(false, "http://user:secret@mail", "", 30))
                .hasMessageContaining("should look like")
                .hasMessageNotContaining("secret");
    }

    private static KeptLetter letter() {
        return new KeptLetter(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "booked",
                Letter.Channel.MAIL,
                "alesya@example.org",
                Language.BE,
                "Сустрэча",
                "words",
                null,
                null,
                "<1@pobach>",
                "sending",
                Instant.now(),
                1,
                true,
                null);
    }

    /** A mail server that plays one part: at one command it says something else, or hangs up. */
    private static final class Script implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final String at;
        private final String reply;

        Script(String at, String reply) throws IOException {
            this.at = at;
            this.reply = reply;
            Thread.ofVirtual().start(this::play);
        }

        URI address() {
            return URI.create("smtp://127.0.0.1:" + socket.getLocalPort());
        }

        private void play() {
            try (Socket client = socket.accept();
                    var in = new BufferedReader(
                            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                    var out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.US_ASCII)) {
                out.print("220 ready\r\n");
                out.flush();
                boolean words = false;
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    if (words && !line.equals(".")) {
                        continue;
                    }
                    words = false;
                    if (line.toUpperCase(Locale.ROOT).startsWith(at)) {
                        if (reply.equals("hang up")) {
                            return;
                        }
                        if (reply.equals("think")) {
                            continue;
                        }
                        out.print(reply + "\r\n");
                    } else if (line.startsWith("DATA")) {
                        words = true;
                        out.print("354 go on\r\n");
                    } else {
                        out.print("250 fine\r\n");
                    }
                    out.flush();
                }
            } catch (IOException over) {
                // The test is over.
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}

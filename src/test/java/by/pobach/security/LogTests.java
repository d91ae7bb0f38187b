package by.pobach.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

/** What the log says, and cannot be made to say. Tests log in a shape of their own, so the real one is tried by itself. */
@InOpenHouse
@ExtendWith(OutputCaptureExtension.class)
class LogTests {
    private static final String FORGED = "2027-01-01T00:00:00.000Z INFO  by.pobach.Forged: all is well";

    @LocalServerPort
    int port;

    @Autowired
    Environment environment;

    @Test
    void every_line_says_when_in_utc_how_bad_and_where() {
        assertThat(line(null, "a door was opened"))
                .matches(
                        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z WARN  by.pobach.Somewhere: a door was opened\n");
    }

    @Test
    void nobody_writes_a_line_of_their_own_into_it() {
        String said = line(new IllegalStateException("broke\n" + FORGED), "took this\r\n" + FORGED);

        assertThat(said).contains("took this " + FORGED, "broke\n    " + FORGED);
        assertThat(said.lines()).doesNotContain(FORGED);
    }

    @Test
    void what_breaks_unexpectedly_stands_in_the_log_and_not_on_the_page(CapturedOutput log) {
        String page = new Outside(port).opens("/probe/broken").body();

        assertThat(page).doesNotContain("secret of the inside", "IllegalStateException");
        assertThat(log.getAll()).contains("ERROR", "IllegalStateException: a secret of the inside");
    }

    @Test
    void the_log_goes_to_the_console_and_nowhere_else() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith("logback"));
        }
        assertThat(environment.getProperty("logging.file.name")).isNull();
        assertThat(environment.getProperty("logging.file.path")).isNull();
        assertThat(environment.getProperty("server.tomcat.accesslog.enabled")).isEqualTo("false");
    }

    private String line(Throwable failure, String message) {
        var context = new LoggerContext();
        var layout = new PatternLayout();
        layout.setContext(context);
        layout.setPattern(environment.getRequiredProperty("logging.pattern.console"));
        layout.start();
        return layout.doLayout(
                new LoggingEvent("by", context.getLogger("by.pobach.Somewhere"), Level.WARN, message, failure, null));
    }
}

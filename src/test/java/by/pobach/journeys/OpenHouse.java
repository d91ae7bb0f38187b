package by.pobach.journeys;

import by.pobach.InTestHouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One app with the demo's Centre for all journeys; its letters lead to the port it listens on. */
@SpringBootTest(
        webEnvironment = WebEnvironment.DEFINED_PORT,
        properties = {
            "pobach.seed=demo",
            "pobach.demo=true",
            "pobach.visits.attempts-per-minute=" + OpenHouse.ATTEMPTS,
            "pobach.visits.rush-per-hour=100000"
        })
@InTestHouse
@Import({Seen.class, MovableClock.class, Arrivals.class, SecondSteps.class})
@Tag("browser")
@Timeout(120)
abstract class OpenHouse {
    /** Of one contact in a minute: few, so that one more is soon too many. */
    static final int ATTEMPTS = 4;

    private static final int PORT = freePort();
    static final String ADDRESS = "http://localhost:" + PORT;

    @Autowired
    Seen seen;

    @Autowired
    MovableClock clock;

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry registry) {
        registry.add("server.port", () -> PORT);
        registry.add("pobach.base-url", () -> ADDRESS);
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }
}

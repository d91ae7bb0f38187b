package by.pobach;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the person at the terminal that the house is open, and where. Who signs in how, {@code signin} adds itself. */
@Component
class Welcome {
    private final String baseUrl;
    private final String data;
    private final boolean demo;

    Welcome(
            @Value("${pobach.base-url:}") String baseUrl,
            @Value("${pobach.data:}") String data,
            @Value("${pobach.demo:false}") boolean demo) {
        this.baseUrl = baseUrl;
        this.data = data;
        this.demo = demo;
    }

    @EventListener(ApplicationReadyEvent.class)
    void greet() {
        PrintStream terminal = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        terminal.printf("%nПобач / Pobach: %s%n", baseUrl);
        terminal.printf("  data and keys   %s%n", data);
        terminal.printf("  health          %s/health%n", baseUrl);
        if (demo) {
            terminal.println("  This is an example. Bookings here are not real. Letters stay in a local outbox.");
        }
        terminal.println("  Ctrl-C stops it.");
        terminal.println();
    }
}

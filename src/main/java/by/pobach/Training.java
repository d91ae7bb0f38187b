package by.pobach;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The training run of {@code bin/run}: walks through the house like a visitor, so that the start cache knows the classes
 * that requests need, and ends. Whatever is not there yet is passed by.
 */
@Component
@ConditionalOnProperty("pobach.training")
class Training {
    private static final Logger log = LoggerFactory.getLogger(Training.class);
    private static final int PAGES = 90;
    private static final List<String> ENTRANCES = List.of(
            "/",
            "/?lang=ru",
            "/?lang=en",
            "/times",
            "/staff",
            "/sign-in",
            "/outbox",
            "/health",
            "/nothing-here",
            "/api/v1/centre",
            "/api/v1/services",
            "/api/v1/specialists",
            "/api/v1/openapi.json",
            "/api/v1/nothing-here");
    private static final Pattern LINK = Pattern.compile("(?:href|action|src)=\"(/[^\"#]*)");

    @EventListener
    void walk(ApplicationReadyEvent ready) {
        String port = ready.getApplicationContext().getEnvironment().getRequiredProperty("local.server.port");
        String house = "http://127.0.0.1:" + port;
        Thread.ofPlatform().name("training").start(() -> {
            log.info("Walked through {} pages", walk(house));
            new TrainingBooking(house).book();
            System.exit(SpringApplication.exit(ready.getApplicationContext()));
        });
    }

    private static int walk(String house) {
        Deque<String> ahead = new ArrayDeque<>(ENTRANCES);
        Set<String> seen = new HashSet<>(ENTRANCES);
        int pages = 0;
        while (!ahead.isEmpty() && pages < PAGES) {
            Matcher links = LINK.matcher(get(house + ahead.poll()));
            pages++;
            while (links.find()) {
                String link = links.group(1).replace("&amp;", "&");
                if (seen.add(link)) {
                    ahead.add(link);
                }
            }
        }
        return pages;
    }

    static String get(String address) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(address).toURL().openConnection();
            connection.setReadTimeout(10_000);
            connection.setRequestProperty("Accept-Encoding", "identity");
            try (var in =
                    connection.getResponseCode() < 400 ? connection.getInputStream() : connection.getErrorStream()) {
                return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException | IllegalArgumentException passedBy) {
            return "";
        }
    }
}

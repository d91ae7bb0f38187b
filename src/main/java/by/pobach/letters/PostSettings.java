package by.pobach.letters;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How letters leave this house. All of it settings: {@code pobach.smtp-url} ({@code smtp://user:password@host:port} or
 * {@code smtps://…}; without it no mail leaves), {@code pobach.mail-from}, {@code pobach.letters-kept-days}.
 */
@Component
class PostSettings {
    private final boolean demo;
    private final @Nullable URI server;
    private final String from;
    private final Period kept;

    PostSettings(
            @Value("${pobach.demo:false}") boolean demo,
            @Value("${pobach.smtp-url:}") String url,
            @Value("${pobach.mail-from:}") String from,
            @Value("${pobach.letters-kept-days:30}") int keptDays) {
        this.demo = demo;
        this.server = url.isBlank() ? null : server(url.strip());
        this.from = from.isBlank() ? "pobach@" + (server == null ? "localhost" : server.getHost()) : from.strip();
        this.kept = Period.ofDays(keptDays);
    }

    boolean demo() {
        return demo;
    }

    @Nullable
    URI server() {
        return server;
    }

    String from() {
        return from;
    }

    /** The right-hand side of each Message-ID. */
    String domain() {
        return from.substring(from.lastIndexOf('@') + 1);
    }

    /** How long the words and the address of a letter stay after it was posted. */
    Period kept() {
        return kept;
    }

    /** User and password of the server's address, or nothing. */
    static String @Nullable [] account(URI server) {
        String account = server.getRawUserInfo();
        if (account == null) {
            return null;
        }
        String[] parts = account.split(":", 2);
        return new String[] {decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : ""};
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static URI server(String url) {
        boolean understood = url.matches("smtps?://([^\\s/@]+@)?[^\\s/@:]+(:\\d+)?/?");
        if (!understood) {
            // The address may hold a password: say how it should look, never what it was.
            throw new IllegalStateException(
                    "pobach.smtp-url should look like smtp://user:password@mail.example.org:587");
        }
        return URI.create(url);
    }
}

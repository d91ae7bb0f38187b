package by.pobach.journeys;

import by.pobach.web.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** People who are not in the journey themselves: they take times through the interface for programs. */
final class Telephone {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Telephone() {}

    /** A time that is free now; {@code start} as the pages write it. */
    record Free(String service, String start, String specialist) {}

    /** A visit somebody has, with what leads to it. */
    record Kept(String token, String code, String email, Free time) {
        String path() {
            return "/visits/" + token;
        }
    }

    /** A time in two weeks or later, so that the pages with the nearest times stay as they are. */
    static Free free(String service) {
        LocalDate from = LocalDate.now(java.time.ZoneId.of("Europe/Minsk")).plusWeeks(2);
        JsonNode offers =
                get("/api/v1/offers?service=%s&from=%s&to=%s&limit=1".formatted(service, from, from.plusWeeks(14)));
        JsonNode first = offers.get("offers").get(0);
        return new Free(
                service, instant(first), first.get("specialist").get("id").asString());
    }

    /** What is free with one of the demo's people in those weeks, in order. */
    static List<Free> all(String service, String demoName) {
        LocalDate from = LocalDate.now(java.time.ZoneId.of("Europe/Minsk")).plusWeeks(2);
        UUID who = UUID.nameUUIDFromBytes(("demo/staff/" + demoName).getBytes(StandardCharsets.UTF_8));
        JsonNode offers = get("/api/v1/offers?service=%s&specialist=%s&from=%s&to=%s&limit=100"
                .formatted(service, who, from, from.plusWeeks(14)));
        List<Free> all = new ArrayList<>();
        offers.get("offers").forEach(offer -> all.add(new Free(service, instant(offer), who.toString())));
        return all;
    }

    private static String instant(JsonNode offer) {
        return java.time.OffsetDateTime.parse(offer.get("start").asString())
                .toInstant()
                .toString();
    }

    static Kept books(String service, Language language) {
        return books(free(service), language);
    }

    static Kept books(Free time, Language language) {
        return books(time, language, "guest-" + UUID.randomUUID() + "@example.org");
    }

    static Kept books(Free time, Language language, String email) {
        Map<String, Object> person = Map.of("name", "Alesia", "email", email, "language", language.tag());
        JsonNode visit = post(
                "/api/v1/visits",
                Map.of(
                        "service", time.service(),
                        "start", time.start(),
                        "specialist", time.specialist(),
                        "person", person,
                        "agreed", true));
        return new Kept(visit.get("token").asString(), visit.get("code").asString(), email, time);
    }

    static void cancels(Kept visit) {
        post("/api/v1/visits/" + visit.token() + "/cancellation", Map.of());
    }

    private static JsonNode get(String path) {
        return send(request(path).GET());
    }

    private static JsonNode post(String path, Map<String, Object> body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(OpenHouse.ADDRESS + path))
                .timeout(Duration.ofSeconds(20))
                .header("Accept-Language", "en");
    }

    private static JsonNode send(HttpRequest.Builder request) {
        try {
            var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new AssertionError(answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}

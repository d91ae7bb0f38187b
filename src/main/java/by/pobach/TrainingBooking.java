package by.pobach;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Books and cancels one visit over HTTP in the scratch database of the training run. */
record TrainingBooking(String house) {
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final Pattern START = Pattern.compile("\"start\":\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

    void book() {
        LocalDate today = LocalDate.now(java.time.ZoneOffset.UTC);
        Matcher service = ID.matcher(Training.get(house + "/api/v1/services"));
        while (service.find()) {
            String offers = Training.get("%s/api/v1/offers?service=%s&from=%s&to=%s&limit=20"
                    .formatted(house, service.group(1), today, today.plusDays(30)));
            Matcher start = START.matcher(offers);
            if (start.find() && book(service.group(1), start.group(1))) {
                return;
            }
        }
    }

    private boolean book(String service, String start) {
        String body = """
                {"service": "%s", "start": "%s", "agreed": true,
                 "person": {"name": "Алеся", "email": "alesia@example.org", "language": "be"}}""".formatted(service, start);
        Matcher token = TOKEN.matcher(post("/api/v1/visits", body));
        if (!token.find()) {
            return false;
        }
        String visit = "/api/v1/visits/" + token.group(1);
        Training.get(house + visit);
        Training.get(house + visit + "/calendar.ics");
        post("/api/v1/visits", body);
        post(visit + "/cancellation", "{}");
        return true;
    }

    private String post(String path, String body) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(house + path).toURL().openConnection();
            connection.setRequestMethod("POST");
            connection.setDoOutput(true);
            connection.setReadTimeout(10_000);
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setRequestProperty("Idempotency-Key", UUID.randomUUID().toString());
            connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            try (var in =
                    connection.getResponseCode() < 400 ? connection.getInputStream() : connection.getErrorStream()) {
                return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException passedBy) {
            return "";
        }
    }
}

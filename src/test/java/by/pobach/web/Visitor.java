package by.pobach.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Somebody outside, over a real connection: what a mock never meets is met here. */
record Visitor(int port) {

    HttpResponse<String> opens(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    HttpResponse<String> sendsForm(String path, String form, String... headers) {
        return send("POST", path, BodyPublishers.ofString(form), with("application/x-www-form-urlencoded", headers));
    }

    HttpResponse<String> sendsJson(String path, String json) {
        return send("POST", path, BodyPublishers.ofString(json), with("application/json"));
    }

    /** Without saying how long it is. */
    HttpResponse<String> streams(String path, String type, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return send(
                "POST", path, BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(bytes)), with(type));
    }

    /** How many bytes travel for an address when the browser takes them compressed. */
    int weight(String path) {
        return send(
                        request("GET", path, BodyPublishers.noBody(), "Accept-Encoding", "gzip"),
                        BodyHandlers.ofByteArray())
                .body()
                .length;
    }

    private HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
        return send(request(method, path, body, headers), BodyHandlers.ofString());
    }

    private HttpRequest request(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, body);
        return (headers.length == 0 ? request : request.headers(headers)).build();
    }

    private static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request, handler);
        } catch (IOException failed) {
            throw new AssertionError(request.uri().toString(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private static String[] with(String type, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = type;
        return all;
    }
}

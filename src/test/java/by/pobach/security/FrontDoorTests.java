package by.pobach.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the house answers to requests that no browser of a family would send. */
@InOpenHouse
class FrontDoorTests {
    private static final String HOST = "Host: localhost\r\n";

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping doors;

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "CONNECT", "DEBUG", "PROPFIND"})
    void a_method_that_would_echo_or_explore_is_refused(String method) {
        String answer = outside()
                .raw(method + " / HTTP/1.1\r\n" + HOST + "Cookie: session=tell-me\r\nConnection: close\r\n\r\n");

        assertThat(answer).containsPattern("^HTTP/1\\.1 [45]\\d\\d").doesNotContain("tell-me");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/visit", "/api/v1/services", "/sign-in", "/static/pobach.css"})
    void another_site_is_given_nothing_to_read(String path) {
        HttpResponse<String> read = outside().opens(path, "Origin", "https://evil.example");
        HttpResponse<String> asked = outside()
                .asks(
                        "OPTIONS",
                        path,
                        "Origin",
                        "https://evil.example",
                        "Access-Control-Request-Method",
                        "POST",
                        "Access-Control-Request-Headers",
                        "content-type");

        assertThat(read.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
        assertThat(asked.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html;charset=utf-8",
        "/nothing, text/html;charset=utf-8",
        "/sign-in, text/html;charset=utf-8",
        "/look, text/html;charset=utf-8",
        "/robots.txt, text/plain;charset=utf-8",
        "/sitemap.xml, application/xml;charset=utf-8",
        "/api/v1/nothing, application/problem+json;charset=utf-8",
        "/api/v1/openapi.json, application/json",
        "/health, application/json",
        "/static/pobach.css, text/css"
    })
    void every_answer_says_what_it_is(String path, String type) {
        String said = outside().opens(path).headers().firstValue("Content-Type").orElse("nothing");

        assertThat(said.toLowerCase(java.util.Locale.ROOT).replace(" ", "")).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.git/config",
                "/.git/HEAD",
                "/.env",
                "/static/",
                "/static/vendor/",
                "/static/../application.yaml",
                "/actuator",
                "/actuator/env",
                "/heapdump",
                "/h2-console",
                "/swagger-ui/index.html",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/by/pobach/Pobach.class",
                "/outbox",
                "/set-up/",
                "/error"
            })
    void nothing_of_the_inside_has_an_address(String path) {
        String answer = outside().raw("GET " + path + " HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n");

        assertThat(answer).containsPattern("^HTTP/1\\.1 40[04]");
        assertThat(answer)
                .doesNotContain("[core]", "spring:", "Index of")
                .contains("Content-Security-Policy: default-src 'none'");
    }

    @Test
    void nobody_is_told_what_the_house_is_built_of() {
        for (String path : List.of("/", "/nothing", "/api/v1/nothing", "/a|b")) {
            assertThat(outside().raw("GET " + path + " HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n"))
                    .doesNotContainPattern("(?i)\\r\\n(server|x-powered-by|x-application-context):")
                    .doesNotContain("Tomcat", "Spring", "java.");
        }
    }

    @Test
    void a_request_with_two_ends_has_one_answer() {
        String hidden = "GET /probe/where HTTP/1.1\r\n" + HOST + "\r\n";
        String answer = outside()
                .raw("POST /look HTTP/1.1\r\n" + HOST
                        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + (5 + hidden.length())
                        + "\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden);

        assertThat(answer.split("HTTP/1\\.1 ", -1)).as(answer).hasSize(2);
        assertThat(answer).doesNotContain("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nContent-Length: 6\r\n\r\nab=cd",
                "Content-Length: +5\r\n\r\nab=cd",
                "Transfer-Encoding: xchunked\r\n\r\n5\r\nab=cd\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nzz\r\nab=cd\r\n0\r\n\r\n"
            })
    void a_request_whose_end_nobody_knows_is_refused(String rest) {
        String answer = outside()
                .raw("POST /look HTTP/1.1\r\n" + HOST
                        + "Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n" + rest);

        assertThat(answer).containsPattern("^HTTP/1\\.1 (4\\d\\d|501)");
    }

    @Test
    void every_door_says_by_which_method_it_is_entered() {
        Set<RequestMethod> safe = Set.of(RequestMethod.GET, RequestMethod.HEAD, RequestMethod.OPTIONS);
        var open = doors.getHandlerMethods().entrySet().stream()
                .filter(door -> door.getValue().getBeanType().getName().startsWith("by.pobach."))
                .filter(door -> !door.getValue().getBeanType().getSimpleName().equals("ErrorPages"))
                .filter(door -> {
                    Set<RequestMethod> methods =
                            door.getKey().getMethodsCondition().getMethods();
                    boolean mixed = methods.stream().anyMatch(safe::contains) && !safe.containsAll(methods);
                    return methods.isEmpty() || mixed;
                })
                .map(door -> door.getValue().toString())
                .toList();

        assertThat(doors.getHandlerMethods()).hasSizeGreaterThan(50);
        assertThat(open).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-out", "/visits", "/look", "/desk/change", "/api/v1/visits"})
    void looking_at_a_door_that_changes_something_changes_nothing(String path) {
        assertThat(outside().asks("HEAD", path).statusCode()).isNotEqualTo(500);
        assertThat(outside().asks("PUT", path).statusCode()).isBetween(302, 405);
        assertThat(outside().asks("DELETE", path).statusCode()).isBetween(302, 405);
    }

    @Test
    void pages_of_the_staff_are_kept_by_no_browser() {
        for (String path : List.of("/desk", "/sign-in", "/desk/password")) {
            assertThat(outside().opens(path).headers().firstValue("Cache-Control"))
                    .as(path)
                    .hasValueSatisfying(kept -> assertThat(kept).contains("no-store"));
        }
    }

    private Outside outside() {
        return new Outside(port);
    }
}

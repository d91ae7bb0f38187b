package by.pobach.web;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.InTestHouse;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The frame, the fields, the threshold and the error pages, as somebody outside meets them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@InTestHouse
@Import(SampleForm.class)
class FrontTests {
    private static final String TOO_MUCH = "a".repeat(Threshold.LARGEST_BODY + 1);

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing", "/api/v1/nothing", "/static/pobach.css", "/a//b", "/?a=%00"})
    void every_answer_says_that_nothing_foreign_is_loaded(String path) {
        Map<String, List<String>> headers = visitor().opens(path).headers().map();

        assertThat(headers.get("Content-Security-Policy").getFirst())
                .contains("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe", "data:", "*");
        assertThat(headers)
                .containsEntry("X-Content-Type-Options", List.of("nosniff"))
                .containsEntry("Cross-Origin-Opener-Policy", List.of("same-origin"))
                .containsEntry("Cross-Origin-Resource-Policy", List.of("same-origin"))
                .containsKeys("Permissions-Policy", "Referrer-Policy");
    }

    @Test
    void a_page_behind_a_secret_link_leaves_no_trace() {
        HttpResponse<String> page = visitor().opens("/sample/secret/abc");

        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("X-Robots-Tag")).hasValue("noindex, nofollow");
    }

    @Test
    void the_language_is_changed_on_the_spot_and_kept() {
        HttpResponse<String> page = visitor().opens("/sample?hard=see&lang=ru&day=2");

        assertThat(page.body())
                .contains("<html lang=\"ru\">", "href=\"/sample?hard=see&amp;day=2&amp;lang=en\"")
                .containsOnlyOnce("aria-current=\"true\"");
        assertThat(page.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("lang=ru;")
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(page.headers().firstValue("Vary").orElseThrow().toLowerCase(java.util.Locale.ROOT))
                .contains("accept-language", "cookie");
    }

    @Test
    void a_language_nobody_speaks_is_passed_over() {
        HttpResponse<String> page = visitor().opens("/?lang=xx");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<html lang=\"be\">");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void a_program_gets_no_cookie() {
        assertThat(visitor().opens("/api/v1/nothing?lang=ru").headers().firstValue("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void a_refused_form_says_what_to_mend_where_it_is_and_keeps_what_was_typed() {
        HttpResponse<String> page =
                visitor().sendsForm("/sample", "name=Мар’яна <b>&email=where&needs=interpreter&tell=call&note=два");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("<title>Памылка: Пра вас · Побач</title>")
                .contains("Засталося паправіць 2 рэчы", "href=\"#email\"", "href=\"#tell\"", "id=\"tell\"")
                .contains("aria-describedby=\"email-problem\"", "id=\"email-problem\"")
                .contains("aria-describedby=\"tell-hint tell-problem\"", "id=\"tell-hint\"", "id=\"tell-problem\"")
                .contains("value=\"Мар’яна &lt;b&gt;\"", ">два</textarea>")
                .containsPattern("value=\"interpreter\"[^>]* checked")
                .containsPattern("value=\"call\"[^>]* checked");
        assertThat(page.body().indexOf("error-summary")).isLessThan(page.body().indexOf("<h1"));
    }

    @Test
    void a_fresh_form_speaks_of_no_problems() {
        assertThat(visitor().opens("/sample").body())
                .contains("<title>Пра вас · Побач</title>", "autocomplete=\"name\"", "aria-describedby=\"name-hint\"")
                .doesNotContain("error-summary", "aria-invalid", "style=\"", "null", "onclick");
    }

    @Test
    void whoever_loses_the_way_is_led_back_in_their_language() {
        HttpResponse<String> page = visitor().opens("/nothing", "Accept-Language", "ru");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("<h1>Такой страницы нет</h1>", "href=\"/\"", "<html lang=\"ru\">");
    }

    @Test
    void what_breaks_inside_stays_inside() {
        HttpResponse<String> page = visitor().opens("/sample/broken", "Accept-Language", "en");

        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(page.body())
                .contains("Something broke on our side")
                .doesNotContain("secret of the inside", "Exception");
    }

    @Test
    void a_program_is_told_by_type_and_title() {
        HttpResponse<String> answer = visitor().opens("/api/v1/nothing", "Accept-Language", "en");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"type\":\"/problems/not-found\"", "\"status\":404", "no such page");
    }

    @Test
    void a_form_of_another_site_is_not_taken() {
        assertThat(visitor()
                        .sendsForm("/sample", "name=a", "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void the_wrong_way_in_is_405() {
        assertThat(visitor().sendsForm("/", "a=b").statusCode()).isEqualTo(405);
    }

    @Test
    void more_than_64_kilobytes_do_not_pass_however_they_come() {
        assertThat(visitor().sendsForm("/sample", "name=" + TOO_MUCH).statusCode())
                .isEqualTo(413);
        assertThat(visitor()
                        .streams("/sample", "application/x-www-form-urlencoded", "name=" + TOO_MUCH)
                        .statusCode())
                .isEqualTo(413);
        assertThat(visitor().sendsJson("/api/v1/sample", json(TOO_MUCH)).statusCode())
                .isEqualTo(413);
        HttpResponse<String> streamed = visitor().streams("/api/v1/sample", "application/json", json(TOO_MUCH));
        assertThat(streamed.statusCode()).isEqualTo(413);
        assertThat(streamed.body()).contains("/problems/too-large");
    }

    @Test
    void what_is_within_the_measure_passes_also_without_a_length() {
        HttpResponse<String> answer =
                visitor().streams("/api/v1/sample", "application/json", json("добры дзень".repeat(50)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("добры дзень");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?a=%00", "/?%01=b", "/?a=%zz", "/?lang=%", "/%00", "/a;b=c", "/a//b", "/%ff", "/..%2f"})
    void an_address_that_nobody_can_write_is_400(String path) {
        assertThat(raw(path)).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?a=%zz", "/%00", "/a|b", "/\"", "//[", "/%ff"})
    void what_the_server_itself_refuses_is_said_in_our_words(String path) {
        assertThat(answer(path, "Accept-Language: ru\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("Мы не поняли адрес", "<html lang=\"")
                .doesNotContain("Tomcat", "HTTP Status", "Exception");
    }

    @Test
    void text_that_cannot_be_kept_is_refused_in_forms_and_in_json() {
        assertThat(visitor().sendsForm("/sample", "name=a%00b").statusCode()).isEqualTo(400);
        assertThat(visitor().sendsJson("/api/v1/sample", json("a\\u0000b")).statusCode())
                .isBetween(400, 422);
        assertThat(visitor().sendsJson("/api/v1/sample", json("\\ud800")).statusCode())
                .isBetween(400, 422);
        assertThat(visitor().sendsJson("/api/v1/sample", json("мама\\nтата")).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/by/pobach/web/frame.html",
                "/by/pobach/web/messages.properties",
                "/by/pobach/people/migrations/V1__people.sql",
                "/static/by/pobach/web/frame.html",
                "/application.yaml",
                "/static/application.yaml",
                "/web/frame.html",
                "/webjars/",
                "/v3/api-docs"
            })
    void the_inside_of_the_house_is_not_on_show(String path) {
        assertThat(visitor().opens(path).statusCode()).isEqualTo(404);
    }

    @Test
    void the_first_page_is_light() {
        String html = visitor().opens("/").body();
        List<String> parts = Pattern.compile("(?:href|src)=\"(/static/[^\"]+)\"")
                .matcher(html)
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList();
        String bold = "/static/vendor/golos-text/golos-700.woff2";

        int bytes = visitor().weight("/")
                + visitor().weight(bold)
                + parts.stream().mapToInt(visitor()::weight).sum();

        assertThat(parts).hasSize(4);
        assertThat(bytes).isLessThan(60_000);
        String loaded = html.replaceAll(
                "<link (rel=\"(canonical|alternate)\"|itemprop=)[^>]*>|<meta (property=\"og:|itemprop=)[^>]*>", "");
        assertThat(loaded).doesNotContain("http://", "style=\"", "<script>");
    }

    @Test
    void what_carries_its_hash_is_kept_for_a_year() {
        String html = visitor().opens("/").body();
        String css = html.replaceAll("(?s).*href=\"(/static/pobach-[0-9a-f]{32}\\.css)\".*", "$1");

        HttpResponse<String> sheet = visitor().opens(css);

        assertThat(sheet.statusCode()).isEqualTo(200);
        assertThat(sheet.headers().firstValue("Cache-Control").orElseThrow()).contains("max-age=31536000");
        assertThat(sheet.body()).containsPattern("golos-700-[0-9a-f]{32}\\.woff2");
    }

    private Visitor visitor() {
        return new Visitor(port);
    }

    private int raw(String path) {
        return Integer.parseInt(answer(path, "").substring("HTTP/1.1 ".length(), "HTTP/1.1 400".length()));
    }

    /** Java's own client would not send such addresses. */
    private String answer(String path, String headers) {
        try (var socket = new java.net.Socket("localhost", port)) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "Connection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.IOException failed) {
            throw new AssertionError(path, failed);
        }
    }

    private static String json(String text) {
        return "{\"text\":\"" + text + "\"}";
    }
}

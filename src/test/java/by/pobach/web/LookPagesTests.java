package by.pobach.web;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.InTestHouse;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Halina sees little and chooses once how pages look. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@InTestHouse
@Import(SampleForm.class)
class LookPagesTests {
    private static final String HALINAS = "size-huge.contrast-night.symbols-yes";

    @LocalServerPort
    int port;

    @Test
    void she_chooses_and_is_led_back_to_where_she_was() {
        HttpResponse<String> answer = visitor()
                .sendsForm("/look", "size=huge&contrast=night&spacing=normal&symbols=yes&back=/how-to-come?a=b");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/how-to-come?a=b"));
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("look=" + HALINAS + ";")
                .contains("Path=/", "SameSite=Lax", "Max-Age=31536000")
                .doesNotContain("Domain");
    }

    @Test
    void short_and_simple_words_are_one_press_away_and_stay() {
        HttpResponse<String> page = visitor().opens("/start?words=easy");

        assertThat(page.headers().firstValue("Set-Cookie").orElseThrow()).startsWith("look=words-easy;");
        assertThat(page.body())
                .containsPattern("<html lang=\"be\"\\s+class=\"words-easy easy\">")
                .contains("Націсніце на тое, што складана.", "href=\"/start?words=all\"");
        assertThat(visitor().opens("/start", "Cookie", "look=words-easy").body())
                .contains("Націсніце на тое");
        assertThat(visitor()
                        .opens("/start?words=all", "Cookie", "look=words-easy")
                        .body())
                .doesNotContain("Націсніце на тое");
        assertThat(visitor()
                        .opens("/start?lang=en", "Cookie", "look=words-easy")
                        .body())
                .doesNotContain("words=all");
    }

    @Test
    void every_page_comes_dressed_so_that_nothing_flashes() {
        HttpResponse<String> page = visitor().opens("/nothing", "Cookie", "look=" + HALINAS);

        assertThat(page.body()).containsPattern("<html lang=\"be\"\\s+class=\"size-huge contrast-night symbols-yes\">");
        assertThat(page.headers().firstValue("Vary").orElseThrow()).containsIgnoringCase("cookie");
        assertThat(visitor().opens("/").body()).contains("<html lang=\"be\">");
    }

    @Test
    void a_page_of_hers_is_nobody_elses_and_is_asked_for_anew() {
        assertThat(visitor().opens("/about").headers().firstValue("Cache-Control"))
                .hasValue("private, no-cache");
        assertThat(visitor().opens("/sample/secret/abc").headers().allValues("Cache-Control"))
                .containsExactly("no-store");
        assertThat(visitor().opens("/look").headers().allValues("Cache-Control"))
                .containsExactly("no-store");
    }

    @Test
    void plainer_letters_are_fetched_only_by_whoever_chose_them() {
        assertThat(visitor().opens("/about", "Cookie", "look=letters-plain").body())
                .contains("/andika-400")
                .doesNotContain("/golos-400");
        assertThat(visitor().opens("/about").body()).contains("/golos-400").doesNotContain("/andika-400");
    }

    @Test
    void she_tries_on_without_keeping() {
        HttpResponse<String> page = visitor().opens("/look?size=larger&back=/about", "Cookie", "look=" + HALINAS);

        assertThat(page.body())
                .contains("class=\"size-larger\"", "name=\"back\" value=\"/about\"")
                .containsPattern("value=\"larger\" checked");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void she_takes_it_all_back() {
        HttpResponse<String> answer = visitor().sendsForm("/look", "size=huge&as-it-was=yes");

        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/look?kept=yes");
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("look=; Expires=Thu, 01 Jan 1970");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/",
                "//elsewhere.example",
                "/%09/elsewhere.example",
                "/\\elsewhere.example",
                "\\\\elsewhere.example",
                "javascript:alert(1)",
                "/a\r\nSet-Cookie:+b=c",
                "about",
                ""
            })
    void nobody_is_led_out_of_the_house(String back) {
        String typed = java.net.URLEncoder.encode(back, java.nio.charset.StandardCharsets.UTF_8);

        HttpResponse<String> answer = visitor().sendsForm("/look", "size=large&back=" + typed);

        String led = answer.headers().firstValue("Location").orElse("");
        assertThat(java.net.URI.create("http://localhost/").resolve(led).getHost())
                .isEqualTo("localhost");
        assertThat(led).doesNotContain("\\", "\r", "\n").doesNotStartWith("//");
        assertThat(answer.headers().firstValue("b")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"size-enormous", "size-", "-", "...", "size-huge.size-huge", "contrast-night\"><script>", "a=b"})
    void a_cookie_that_nobody_gave_does_no_harm(String cookie) {
        HttpResponse<String> page = visitor().opens("/", "Cookie", "look=" + cookie);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("><script>").doesNotContain("size-enormous");
    }

    @Test
    void another_site_cannot_choose_for_her() {
        assertThat(visitor()
                        .sendsForm("/look", "size=huge", "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void the_keyboard_begins_at_the_main_part_for_whoever_comes_from_a_page_of_ours() {
        assertThat(visitor().opens("/about", "Sec-Fetch-Site", "same-origin").body())
                .contains("autofocus=\"autofocus\"");
        assertThat(visitor().opens("/about", "Sec-Fetch-Site", "none").body()).doesNotContain("autofocus");
        assertThat(visitor()
                        .sendsForm("/sample", "name=a", "Sec-Fetch-Site", "same-origin")
                        .body())
                .as("the summary of what to mend comes first")
                .containsOnlyOnce("autofocus");
    }

    private Visitor visitor() {
        return new Visitor(port);
    }
}

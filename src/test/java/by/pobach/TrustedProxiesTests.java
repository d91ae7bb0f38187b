package by.pobach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import by.pobach.security.Outside;
import by.pobach.security.Probe;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A house behind a proxy on its own machine, which the operator has named. What strangers forge is in ForgedHeadersTests. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@InTestHouse
@Import(Probe.class)
class TrustedProxiesTests {
    private static final String[] FAMILY = {"X-Forwarded-For", "203.0.113.9", "X-Forwarded-Proto", "https"};

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void a_proxy_on_this_machine(DynamicPropertyRegistry registry) {
        TrustedProxies.settings("127.0.0.1, ::1/128, 10.9.0.0/16")
                .forEach((name, value) -> registry.add(name, () -> value));
    }

    @Test
    void the_house_knows_the_familys_own_address_and_that_it_came_by_https() {
        assertThat(outside().opens("/probe/where", FAMILY).body()).startsWith("203.0.113.9 https");
    }

    @Test
    void what_the_family_wrote_before_the_proxy_counts_for_nothing() {
        assertThat(outside()
                        .opens("/probe/where", "X-Forwarded-For", "6.6.6.6, 203.0.113.9, 10.9.1.1")
                        .body())
                .startsWith("203.0.113.9 ");
        assertThat(outside()
                        .opens("/probe/where", "X-Forwarded-Host", "evil.example", "X-Forwarded-Port", "99")
                        .body())
                .endsWith(" localhost:" + port);
    }

    @Test
    void behind_https_the_cookies_belong_to_this_host_alone_and_http_is_over() {
        HttpResponse<String> looks = outside().sendsForm("/look", "size=huge", FAMILY);
        HttpResponse<String> speaks = outside().opens("/?lang=ru", FAMILY);

        assertThat(looks.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("__Host-look=size-huge;")
                .contains("Secure", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain");
        assertThat(speaks.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("__Host-lang=ru;")
                .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain");
        assertThat(speaks.headers().firstValue("Strict-Transport-Security"))
                .hasValue("max-age=31536000; includeSubDomains");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing", "/api/v1/nothing", "/static/pobach.css", "/health", "/sign-in", "/desk"})
    void every_answer_over_https_says_that_http_is_over(String path) {
        assertThat(outside().opens(path, FAMILY).headers().firstValue("Strict-Transport-Security"))
                .hasValueSatisfying(value -> assertThat(value).contains("max-age=31536000", "includeSubDomains"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"proxy.example", "10.0.0.0/33", "0.0.0.0/0", "::/0", "10.0.0.1/", "10.0.0.1/8/8", ",", ".*"})
    void a_proxy_that_is_no_address_is_refused_at_the_start(String named) {
        assertThatThrownBy(() -> TrustedProxies.settings(named))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("POBACH_TRUSTED_PROXIES");
    }

    @Test
    void nobody_is_trusted_until_somebody_is_named() {
        assertThat(Installation.of(java.util.Map.of()).proxies())
                .containsOnly(java.util.Map.entry("server.forward-headers-strategy", "none"));
    }

    private Outside outside() {
        return new Outside(port);
    }
}

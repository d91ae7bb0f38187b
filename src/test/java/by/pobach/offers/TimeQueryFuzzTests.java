package by.pobach.offers;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** A search for times as an address brings it: what makes no sense is left out, and what is left means the same again. */
class TimeQueryFuzzTests {
    static Stream<String> searched() {
        return Stream.of(
                "talk|2027-03-01|after-school|wheelchair|here|hear",
                "fm&x=y|+999999999-12-31|school-holidays|sign-interpreter|phone|speak",
                "|-0001-01-01|||video|",
                "a b/c?d#e%20\u0456|2027-02-30|x|y|z|\ud83d");
    }

    @MethodSource("searched")
    @FuzzTest(maxDuration = "60s")
    void a_search_in_an_address_means_the_same_when_it_is_followed(@NotNull String text) {
        String[] parts = text.split("\\|", -1);
        String[] names = {"service", "from", "when", "need", "place", "hard", "specialist"};
        MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
        for (int at = 0; at < parts.length; at++) {
            query.add(names[at % names.length], parts[at]);
        }

        String href = TimeQuery.of(query).href();

        assertThat(href).startsWith("/times").matches("[\\x21-\\x7e]*").doesNotContain("\"", "<", ">");
        assertThat(TimeQuery.of(sent(href)).href()).isEqualTo(href);
        TimeQuery.instant(text);
        TimeQuery.id(text);
    }

    /** As the server reads it. */
    private static MultiValueMap<String, String> sent(String href) {
        MultiValueMap<String, String> raw =
                UriComponentsBuilder.fromUriString(href).build().getQueryParams();
        MultiValueMap<String, String> query = new LinkedMultiValueMap<>();
        raw.forEach((name, values) -> values.forEach(
                value -> query.add(name, java.net.URLDecoder.decode(value, java.nio.charset.StandardCharsets.UTF_8))));
        return query;
    }
}

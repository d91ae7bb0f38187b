package by.pobach.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Headers, cookies and addresses as strangers write them: whatever stands in them, a page comes, and it is ours. */
class WebFuzzTests {
    static Stream<String> written() {
        return Stream.of(
                "",
                "size-huge.contrast-night.symbols-yes",
                "size-huge.size-\"><script>",
                "ru-RU,ru;q=0.9,en;q=0.8",
                "be;q=2,*;q=-1",
                "x-" + "a-".repeat(300),
                "/desk?a=b#c",
                "//evil.example",
                "/\\evil.example",
                "/%2e%2e//evil.example",
                "/\t/evil.example",
                "lang=ru&lang=&words=easy&lang",
                "мова\u0000\ud83d");
    }

    @MethodSource("written")
    @FuzzTest(maxDuration = "60s")
    void a_look_is_made_of_known_words(@NotNull String cookie) {
        Look look = Look.read(cookie);

        assertThat(look.classes()).matches("[a-z -]*");
        assertThat(Look.read(look.value())).isEqualTo(look);
    }

    @MethodSource("written")
    @FuzzTest(maxDuration = "60s")
    void every_header_and_query_gets_one_of_three_languages(@NotNull String said) {
        var request = new MockHttpServletRequest("GET", "/");
        request.addHeader("Accept-Language", said);
        request.setQueryString(said);

        assertThat(new LanguageChoice().of(request)).isNotNull();
        assertThat(Look.of(request).classes()).matches("[a-z -]*");
    }

    @MethodSource("written")
    @FuzzTest(maxDuration = "60s")
    void a_way_back_leads_into_the_house(@NotNull String back) {
        String own = Paths.own(back, "/instead");

        assertThat(own).startsWith("/").doesNotContain("\r", "\n", "\\").doesNotStartWith("//");
        assertThat(URI.create("https://ours.example/").resolve(own).getHost()).isEqualTo("ours.example");
    }

    @MethodSource("written")
    @FuzzTest(maxDuration = "60s")
    void a_base_address_gives_addresses_that_end_in_the_path(@NotNull String base) {
        assertThat(new Addresses(base).of("/visit")).endsWith("/visit").doesNotEndWith("//visit");
    }

    @MethodSource("written")
    @FuzzTest(maxDuration = "60s")
    void text_that_passes_the_threshold_can_be_kept(@NotNull String text) {
        if (Threshold.isWritable(text)) {
            byte[] kept = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);

            assertThat(new String(kept, java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo(text)
                    .doesNotContain("\0");
        }
    }
}

package by.pobach.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Words that somebody typed, on their way into a calendar file: one property stays one, and no line is too long. */
class ContentLinesFuzzTests {
    static Stream<String> words() {
        return Stream.of(
                "Сустрэча; з лагапедам, каб. 3\\",
                "a\r\nATTENDEE:mailto:x@y.example",
                "b\rEND:VEVENT\nBEGIN:VALARM",
                "\u2028\u0085\u0000",
                "😀".repeat(60),
                "\ud83d\n\udc00");
    }

    @MethodSource("words")
    @FuzzTest(maxDuration = "60s")
    void a_text_stays_one_property_whatever_it_holds(@NotNull String words) {
        String written = new ContentLines().text("SUMMARY", words).toString();
        String unfolded = written.replace("\r\n ", "");

        assertThat(written).endsWith("\r\n");
        assertThat(written.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(unfolded.indexOf("\r\n")).isEqualTo(unfolded.length() - 2);
        assertThat(unfolded.substring(0, unfolded.length() - 2))
                .startsWith("SUMMARY:")
                .doesNotContain("\r", "\n");
        assertThat(unfolded.replace("\\\\", "").replaceAll("\\\\[;,n]", "")).doesNotContain(";", ",", "\\");
    }

    @MethodSource("words")
    @FuzzTest(maxDuration = "60s")
    void a_parameter_and_an_address_end_where_they_should(@NotNull String words) {
        assertThat(ContentLines.parameter(words)).matches("(?s)\"[^\"\\p{Cntrl}]*\"");
        assertThat(ContentLines.address(words)).doesNotContainPattern("[\\s\"<>\\p{Cntrl}]");
    }
}

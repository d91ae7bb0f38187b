package by.pobach.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be said of drawings without eyes. */
class DrawingsTests {
    private static final Path SOURCES = Path.of("src/main/java/by/pobach");
    private static final Pattern DRAWING =
            Pattern.compile("<svg th:fragment=\"([a-z-]+)\"([^>]*)>(.*?)</svg>", Pattern.DOTALL);
    private static final Pattern USED = Pattern.compile("~\\{web/drawings :: ([a-z-]+)}");

    /** A drawing and how it is written. */
    record Drawing(String name, String head, String lines) {}

    @Test
    void a_drawing_is_small_silent_and_without_words_or_colours_of_its_own() throws IOException {
        assertThat(drawings()).hasSizeGreaterThan(50);
        assertThat(drawings()).allSatisfy(drawing -> {
            assertThat(drawing.lines().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(2_500);
            assertThat(drawing.head()).contains("aria-hidden=\"true\"");
            assertThat(drawing.lines()).doesNotContain("<text", "<title", "fill=", "stroke=", "style=", "#", "id=");
        });
    }

    @Test
    void every_name_is_one_drawing_and_every_drawing_that_a_page_asks_for_is_there() throws IOException {
        List<String> names = drawings().stream().map(Drawing::name).toList();

        assertThat(names).doesNotHaveDuplicates();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path page : files.filter(file -> file.toString().endsWith(".html"))
                    .filter(file -> !file.endsWith("drawings.html"))
                    .toList()) {
                assertThat(USED.matcher(Files.readString(page)).results().map(used -> used.group(1)))
                        .as(page.toString())
                        .isSubsetOf(names);
            }
        }
    }

    private static List<Drawing> drawings() throws IOException {
        return DRAWING.matcher(Files.readString(SOURCES.resolve("web/drawings.html")))
                .results()
                .map(found -> new Drawing(found.group(1), found.group(2), found.group(3)))
                .toList();
    }
}

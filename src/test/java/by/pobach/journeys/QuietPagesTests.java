package by.pobach.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is not in the house at all, and so cannot be in anybody’s way. docs/accessibility/wcag.md leans on it; whoever brings
 * in a film or a moving thing brings what its criteria ask for.
 */
class QuietPagesTests {
    private static final Pattern PLAYS = Pattern.compile("<(audio|video|object|embed|iframe|canvas|marquee)\\b");
    private static final Pattern MOVES = Pattern.compile(
            "@keyframes|(animation|transition)[a-z-]*\\s*:(?!\\s*none)|<animate|scroll-behavior\\s*:\\s*smooth");
    private static final Pattern PICTURES_TEXT =
            Pattern.compile("<img\\b|<image\\b|<picture\\b|<text[ >]|url\\((?!vendor/)");
    private static final Pattern LISTENS =
            Pattern.compile("accesskey|addEventListener\\('(?!(click|submit|change|input|close|toggle|pageshow)')"
                    + "|\\son(key|mouse|pointer|touch|drag|device)[a-z]*\\s*=");
    private static final Pattern CHANGES =
            Pattern.compile("http-equiv=\"refresh\"|setInterval|EventSource|WebSocket|Notification\\(");

    @Test
    void no_page_plays_anything() throws IOException {
        assertThat(with(PLAYS)).isEmpty();
        assertThat(PLAYS.matcher("<video src=a>").find()).isTrue();
    }

    @Test
    void nothing_moves_or_flashes() throws IOException {
        assertThat(with(MOVES)).isEmpty();
        assertThat(MOVES.matcher("a{transition:color .2s}").find()).isTrue();
        assertThat(MOVES.matcher("a{transition:none}").find()).isFalse();
    }

    @Test
    void no_text_is_a_picture() throws IOException {
        assertThat(with(PICTURES_TEXT)).isEmpty();
        assertThat(PICTURES_TEXT.matcher("<svg><text x=0>Побач</text></svg>").find())
                .isTrue();
    }

    @Test
    void no_script_listens_to_keys_pointers_or_how_a_phone_is_held() throws IOException {
        assertThat(with(LISTENS)).isEmpty();
        assertThat(LISTENS.matcher("addEventListener('keydown', go)").find()).isTrue();
        assertThat(LISTENS.matcher("addEventListener('click', go)").find()).isFalse();
    }

    @Test
    void no_page_changes_by_itself() throws IOException {
        assertThat(with(CHANGES)).isEmpty();
        assertThat(CHANGES.matcher("setInterval(go, 1000)").find()).isTrue();
    }

    @Test
    void help_and_the_way_around_stand_at_the_same_place_on_every_page() throws IOException {
        String frame = Files.readString(Path.of("src/main/java/by/pobach/web/frame.html"));

        assertThat(frame)
                .containsSubsequence("class=\"skip\"", "class=\"languages\"", "<main", "<footer", "id=\"help\"");
        assertThat(files())
                .filteredOn(file -> file.toString().endsWith(".html"))
                .filteredOn(file -> text(file).contains("<main") && !text(file).contains("~{web/frame :: page("))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("frame.html");
    }

    private static List<Path> with(Pattern pattern) throws IOException {
        return files().stream()
                .filter(file -> pattern.matcher(text(file)).find())
                .toList();
    }

    /** Everything that is sent to a browser. */
    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            return files.filter(file -> file.toString().matches(".*\\.(html|css|js|svg)"))
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException wrong) {
            throw new java.io.UncheckedIOException(wrong);
        }
    }
}

package by.pobach.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.web.Language;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page that everybody may see, in three languages, on paper and at night, on a phone and on a desk, to be looked at by
 * people: {@code target/screenshots/index.html}.
 */
@Tag("deep")
class GalleryTests extends OpenHouse {
    private static final Path WALL = Path.of("target", "screenshots");
    private static final Map<Language, Guest> GUESTS = new EnumMap<>(Language.class);
    private static final List<String> HANGING = new ArrayList<>();

    /** How it is looked at. */
    private enum Way {
        PHONE(390, 844, ColorScheme.LIGHT),
        PHONE_NIGHT(390, 844, ColorScheme.DARK),
        DESK(1280, 900, ColorScheme.LIGHT),
        DESK_NIGHT(1280, 900, ColorScheme.DARK);

        private final int width;
        private final int height;
        private final ColorScheme colours;

        Way(int width, int height, ColorScheme colours) {
            this.width = width;
            this.height = height;
            this.colours = colours;
        }

        Path picture(Route route, Language language) {
            return Path.of(language.tag(), route + "-" + name().toLowerCase(Locale.ROOT) + ".png");
        }
    }

    static Stream<Arguments> pages() {
        return Routes.forEverybody().stream()
                .flatMap(route -> Arrays.stream(Language.values()).map(language -> Arguments.of(route, language)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("pages")
    void a_page_hangs_on_the_wall(Route route, Language language) {
        Guest guest = GUESTS.computeIfAbsent(language, Guest::speaking);
        route.way().lead(guest);
        Page page = guest.page();
        StringBuilder row = new StringBuilder("<h2>%s, %s</h2>".formatted(route, language.tag()));
        for (Way way : Way.values()) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(way.colours));
            page.setViewportSize(way.width, way.height);
            Path picture = way.picture(route, language);
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(WALL.resolve(picture)).setFullPage(true));
            row.append("<a href='%1$s'><img src='%1$s' alt='%2$s' width='%3$d'></a> "
                    .formatted(picture, way, way.width / 4));
            assertThat(WALL.resolve(picture)).isNotEmptyFile();
        }
        HANGING.add(row.toString());
    }

    @AfterAll
    static void the_wall_has_a_door() throws IOException {
        GUESTS.values().forEach(Guest::close);
        GUESTS.clear();
        Files.writeString(WALL.resolve("index.html"), """
                <!doctype html><html lang="en"><meta charset="utf-8"><title>Every page</title>
                <style>body{font:1rem sans-serif} img{vertical-align:top;border:1px solid #888}</style>
                """ + String.join("\n", HANGING));
    }
}

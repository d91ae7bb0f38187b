package by.pobach.journeys;

import by.pobach.web.Language;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Contrast;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page in the ways people look at it; the language goes round from page to page, or with {@code -Ddeep=true} each page has all. */
class LayoutTests extends OpenHouse {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final int BYTES = 60_000;
    private static final int REQUESTS = 6;
    private static final String[] CONTRAST = {"color-contrast", "color-contrast-enhanced", "link-in-text-block"};

    private static final boolean DEEP = Boolean.getBoolean("deep");
    private static final List<Integer> WIDTHS = List.of(320, 390, 768, 1280);
    private static final List<String> LOOKS = List.of(
            "",
            "size-large contrast-paper",
            "size-larger letters-plain symbols-yes",
            "size-huge spacing-wide contrast-night",
            "contrast-white spacing-wide calm-yes");

    static Stream<Arguments> pages() {
        List<Route> routes = Routes.all();
        Language[] languages = Language.values();
        if (DEEP) {
            return routes.stream()
                    .flatMap(route -> Arrays.stream(languages).map(language -> Arguments.of(route, language)));
        }
        return IntStream.range(0, routes.size())
                .mapToObj(at -> Arguments.of(routes.get(at), languages[at % languages.length]));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("pages")
    void the_page_is_good_in_every_way_of_looking_at_it(Route route, Language language) {
        try (Guest guest = Guest.speaking(language)) {
            route.way().lead(guest);
            Look look = new Look(guest.page());
            SoftAssertions softly = new SoftAssertions();
            softly.assertThat(guest.bytes())
                    .as("%s in %s: bytes on the wire", route, language)
                    .isLessThanOrEqualTo(BYTES);
            softly.assertThat(guest.requests()).as("requests").hasSizeLessThanOrEqualTo(REQUESTS);
            softly.assertThat(guest.requests()).as("foreign hosts").allMatch(url -> url.startsWith(ADDRESS + "/"));
            picture(guest, route, 1280);
            softly.assertThat(look.list("small"))
                    .as("too small to press on a wide screen")
                    .isEmpty();
            letter(route, () -> keyboard(look, softly));
            softly.assertThat(look.list("restless"))
                    .as("does something by itself")
                    .isEmpty();
            colours(route, look, softly);
            small(guest, route, look, softly);
            letter(route, () -> chosen(route, look, softly));
            if (DEEP) {
                letter(route, () -> everything(route, look, softly));
            }
            softly.assertThat(guest.complaints()).as("the browser").isEmpty();
            softly.assertAll();
        }
    }

    /** A letter has the frame of the mail program around it, not ours. */
    private static void letter(Route route, Runnable check) {
        if (!route.name().equals("letter")) {
            check.run();
        }
    }

    private static void keyboard(Look look, SoftAssertions softly) {
        look.page().evaluate("() => look.begin()");
        int count = look.count();
        for (int at = 0; at < count; at++) {
            Look.Place here = next(look, at);
            softly.assertThat(here.at())
                    .as("Tab %d leads on, to %s", at + 1, here.name())
                    .isEqualTo(at);
            softly.assertThat(here.ring())
                    .as("focus can be seen on %s", here.name())
                    .isTrue();
            softly.assertThat(here.seen()).as("%s is scrolled to", here.name()).isTrue();
            if (here.at() != at) {
                return;
            }
        }
        softly.assertThat(next(look, count).at())
                .as("the keyboard gets out of the page")
                .isIn(-1, 0);
        skip(look, softly);
    }

    /** The next Tab that leads away from the last place; a date has several within. */
    private static Look.Place next(Look look, int at) {
        look.page().keyboard().press("Tab");
        Look.Place here = look.here();
        for (int more = 0; more < 5 && here.parts() && here.at() == at - 1; more++) {
            look.page().keyboard().press("Tab");
            here = look.here();
        }
        return here;
    }

    private static void skip(Look look, SoftAssertions softly) {
        Page page = look.page();
        page.evaluate("() => document.querySelector('.skip').focus()");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        boolean inside = (boolean)
                page.evaluate(
                        "() => !document.activeElement.closest('.head') && document.activeElement !== document.querySelector('.skip')");
        softly.assertThat(inside).as("the skip link skips the head").isTrue();
    }

    private static void colours(Route route, Look look, SoftAssertions softly) {
        Page page = look.page();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        softly.assertThat(contrast(route, page)).as("contrast in the dark").isEmpty();
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT).setContrast(Contrast.MORE));
        softly.assertThat(contrast(route, page)).as("more contrast").isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions()
                .setContrast(Contrast.NO_PREFERENCE)
                .setForcedColors(ForcedColors.ACTIVE));
        softly.assertThat(look.list("borderless"))
                .as("borders in forced colours")
                .isEmpty();
        page.evaluate(
                "() => { const one = document.querySelector('main a[href], main button, main input'); if (one) one.focus(); }");
        page.emulateMedia(new Page.EmulateMediaOptions()
                .setForcedColors(ForcedColors.NONE)
                .setReducedMotion(ReducedMotion.REDUCE));
        softly.assertThat(look.list("moving")).as("moves although asked not to").isEmpty();
    }

    /** As people choose it under «Тэкст і колер». The colours of the night are those of the dark, which was looked at. */
    private static void chosen(Route route, Look look, SoftAssertions softly) {
        look.page().evaluate("() => look.unspace()");
        look.page().setViewportSize(320, 640);
        look.wears("size-huge spacing-wide");
        softly.assertThat(look.list("wide"))
                .as("largest text, wider than 320 px")
                .isEmpty();
        softly.assertThat(look.list("clipped")).as("largest text, cut").isEmpty();
        look.wears("contrast-white calm-yes");
        softly.assertThat(contrast(route, look.page()))
                .as("contrast in black on white")
                .isEmpty();
        softly.assertThat(look.list("pictured")).as("words in a picture").isEmpty();
        look.wears("contrast-night");
        softly.assertThat(look.dark()).as("night is dark by day too").isTrue();
    }

    /** Every look on every width. */
    private static void everything(Route route, Look look, SoftAssertions softly) {
        for (String worn : LOOKS) {
            look.wears(worn);
            softly.assertThat(contrast(route, look.page()))
                    .as("contrast in «%s»", worn)
                    .isEmpty();
            for (int width : WIDTHS) {
                look.page().setViewportSize(width, 800);
                softly.assertThat(look.list("wide"))
                        .as("«%s» at %d px", worn, width)
                        .isEmpty();
                softly.assertThat(look.list("clipped"))
                        .as("cut in «%s» at %d px", worn, width)
                        .isEmpty();
            }
        }
    }

    private static List<Finding> contrast(Route route, Page page) {
        return Axe.findings(page, CONTRAST).stream()
                .filter(found -> !Verdicts.KEPT.judged(route.name(), found))
                .toList();
    }

    private static void small(Guest guest, Route route, Look look, SoftAssertions softly) {
        look.page().setViewportSize(390, 844);
        picture(guest, route, 390);
        softly.assertThat(look.list("small")).as("too small to press").isEmpty();
        softly.assertThat(look.list("low")).as("buttons lower than 48 px").isEmpty();
        look.page().setViewportSize(320, 640);
        softly.assertThat(look.list("wide")).as("wider than 320 px").isEmpty();
        look.page().evaluate("() => look.space()");
        softly.assertThat(look.list("clipped")).as("cut when text is spaced").isEmpty();
        softly.assertThat(look.list("wide"))
                .as("wider than 320 px when text is spaced")
                .isEmpty();
    }

    private static void picture(Guest guest, Route route, int width) {
        String name = "%s-%s-%d.png".formatted(route.name(), guest.language().tag(), width);
        guest.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve(name))
                        .setFullPage(true));
    }
}

package by.pobach.journeys;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Eyes and hands on one page: {@code look.js}, asked from here. */
record Look(Page page) {
    private static final String SCRIPT = script("look.js");

    /** To be there before the page is: it remembers what happens without anybody. */
    static final String WATCH = script("watch.js");

    Look {
        page.evaluate(SCRIPT);
    }

    /**
     * Where the keyboard is.
     *
     * @param at its number among all it can reach, or -1 outside the page
     * @param parts whether it has several stops of its own, as day, month and year of a date
     */
    record Place(int at, String name, boolean ring, boolean seen, boolean parts) {}

    int count() {
        return (int) page.evaluate("() => look.count()");
    }

    Place here() {
        Map<?, ?> here = (Map<?, ?>) page.evaluate("() => look.here()");
        return new Place(
                (int) here.get("at"),
                String.valueOf(here.get("name")),
                (boolean) here.get("ring"),
                (boolean) here.get("seen"),
                (boolean) here.get("parts"));
    }

    /** Dresses the page as the server would. */
    void wears(String classes) {
        page.evaluate(
                "classes => { document.activeElement.blur(); document.documentElement.className = classes }", classes);
    }

    boolean dark() {
        return page.evaluate("() => getComputedStyle(document.body).backgroundColor")
                .equals("rgb(21, 20, 26)");
    }

    List<String> list(String question) {
        return ((List<?>) page.evaluate("() => look." + question + "()"))
                .stream().map(String::valueOf).toList();
    }

    private static String script(String name) {
        try (var stream = Look.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }
}

package by.pobach.journeys;

import by.pobach.web.Language;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The first thing a screen reader says and all that a row of tabs shows: no engine asks whether it means anything. */
final class Titles {
    private static final Pattern NOTHING = Pattern.compile(
            "(?iu)(старонка|страница|page|форма|form|памылка|ошибка|error|untitled|home|index|\\d|[\\s.:№])*");

    private Titles() {}

    /** What a page is called, by its title without our name, and by its heading. */
    record Head(Language language, String title, String heading) {}

    static Head of(Page page, Language language) {
        String title = page.title().replaceAll(" · (Побач|Pobach)$", "").replaceFirst("^(Памылка|Ошибка|Error): ", "");
        return new Head(
                language, title.strip(), page.locator("h1").first().innerText().strip());
    }

    static List<String> complaints(List<Head> heads) {
        var found = new TreeSet<String>();
        for (Head head : heads) {
            if (NOTHING.matcher(head.title).matches()) {
                found.add("says nothing: «" + head.title + "» of «" + head.heading + "»");
            }
        }
        named(heads).forEach((title, headings) -> {
            if (headings.size() > 1) {
                found.add("says the same of several pages: «" + title + "» of " + headings);
            }
        });
        return List.copyOf(found);
    }

    /** Dates and names differ from one visit to the next; what they stand in is the same page. */
    private static Map<String, TreeSet<String>> named(List<Head> heads) {
        return heads.stream()
                .collect(Collectors.groupingBy(
                        head -> head.language + " " + head.title.toLowerCase(Locale.ROOT),
                        Collectors.mapping(head -> head.heading, Collectors.toCollection(TreeSet::new))));
    }
}

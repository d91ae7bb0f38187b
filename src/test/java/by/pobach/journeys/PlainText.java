package by.pobach.journeys;

import by.pobach.web.Language;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a page says in its own language.
 *
 * @param text its main part, each paragraph, line of a list and heading on a line of its own
 * @param links where its links lead
 */
record PlainText(String route, Language language, String text, List<String> links) {
    private static final String READ = """
            () => {
              document.querySelectorAll('details').forEach((one) => { one.open = true });
              const main = document.querySelector('main').cloneNode(true);
              const own = document.documentElement.lang;
              main.querySelectorAll('[lang], svg, .unseen, .as-typed, .lines, textarea, time').forEach((part) => {
                if (!part.lang || part.lang !== own) part.remove();
              });
              const blocks = 'p, li, dt, dd, h1, h2, h3, legend, label, summary, option, button';
              main.querySelectorAll(blocks).forEach((block) => block.append('\\n'));
              main.querySelectorAll('br').forEach((end) => end.replaceWith('\\n'));
              return [main.textContent, ...[...document.links].map((link) => link.getAttribute('href'))];
            }""";
    private static final Pattern SHORT = Pattern.compile("(?<![\\p{L}\\p{N}])\\p{Lu}{2,5}(?![\\p{L}\\p{N}])");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}’-]*");
    private static final Pattern END = Pattern.compile("[.!?…:;]+(\\s|$)|\\n+");
    /** Of a word that counts as long (Björnsson 1968). */
    private static final int LONG = 6;

    /** Written in capitals because it is called out. */
    private static final Set<String> CALLED = Set.of("СТОП", "STOP");

    static PlainText of(Route route, Page page, Language language) {
        List<String> read =
                ((List<?>) page.evaluate(READ)).stream().map(String::valueOf).toList();
        return new PlainText(route.name(), language, read.getFirst(), read.subList(1, read.size()));
    }

    /** Words of two to five letters, all of them capitals. */
    Set<String> abbreviations() {
        Set<String> found = new TreeSet<>(found(SHORT));
        found.removeAll(CALLED);
        return found;
    }

    List<String> found(Pattern pattern) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    int words() {
        return found(WORD).size();
    }

    /** LIX: words in a sentence, and how many in a hundred are longer than six letters, added up. */
    long lix() {
        List<String> words = found(WORD);
        long sentences = END.splitAsStream(text)
                .filter(part -> WORD.matcher(part).find())
                .count();
        long longer = words.stream().filter(word -> word.length() > LONG).count();
        return words.isEmpty() ? 0 : Math.round((double) words.size() / sentences + 100.0 * longer / words.size());
    }

    /** The hardest that a page of ours may be; Slavic words are longer than English ones. */
    static long hardest(Language language) {
        return Map.of(Language.BE, 52L, Language.RU, 50L, Language.EN, 36L).get(language);
    }
}

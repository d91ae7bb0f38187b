package by.pobach.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.web.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Words that not everybody knows, short forms, and how hard the pages are to read. */
@Timeout(400)
class PlainWordsTests extends OpenHouse {
    /** Words of learned make; whoever writes a new one explains it. */
    private static final Map<Language, Pattern> LEARNED = Map.of(
            Language.BE,
            Pattern.compile(
                    "\\p{L}*(?:олаг|лагапед|педагог|ізатар|ікатар|дынатар|імплант|брайл|льтрагук|піксел)\\p{L}*"),
            Language.RU,
            Pattern.compile(
                    "\\p{L}*(?:олог|логопед|педагог|изатор|икатор|динатор|имплант|брайл|льтразвук|пиксел)\\p{L}*"),
            Language.EN,
            Pattern.compile(
                    "\\p{L}*(?:ologist|therapist|communicator|coordinator|implant|braille|ultraso|pixel)\\p{L}*"));

    /** Of a word in any of its forms. */
    private static final int STEM = 5;

    /** Where easy words are other words; days and hours are the same in both. */
    private static final List<String> EASY =
            List.of("home", "about", "how-to-come", "privacy", "consent", "who", "visit");

    /** Fewer words are no text: a name, two buttons. */
    private static final int TEXT = 60;

    /** What an easy page may be at most. */
    private static final int AT_MOST = 42;

    private static final Map<Language, Map<String, PlainText>> READ = new EnumMap<>(Language.class);

    @ParameterizedTest
    @EnumSource
    void every_short_form_is_explained_among_the_words_and_every_page_leads_there(Language language) {
        Map<String, PlainText> pages = pages(language);

        assertThat(unexplained(pages, PlainText::abbreviations)).isEmpty();
        assertThat(pages.values()).allMatch(page -> page.links().contains("/words"));
    }

    @ParameterizedTest
    @EnumSource
    void every_learned_word_is_explained_among_the_words(Language language) {
        assertThat(unexplained(pages(language), PlainWordsTests::learned)).isEmpty();
        assertThat(learned(pages(language).get("services"))).isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    void every_link_to_a_word_finds_it(Language language) throws IOException {
        String words =
                Files.readString(Path.of("src/main/java/by/pobach/site/words.%s.html".formatted(language.tag())));
        List<String> led = pages(language).values().stream()
                .flatMap(page -> page.links().stream())
                .filter(link -> link.startsWith("/words#"))
                .distinct()
                .toList();

        assertThat(led).isNotEmpty().allMatch(link -> words.contains("id=\"" + link.substring(7) + "\""));
    }

    @ParameterizedTest
    @EnumSource
    void no_page_is_harder_to_read_than_we_say(Language language) throws IOException {
        List<PlainText> texts = pages(language).values().stream()
                .filter(page -> page.words() >= TEXT)
                .toList();
        Path table = Path.of("target", "reading-%s.txt".formatted(language.tag()));
        Files.write(
                table,
                texts.stream()
                        .map(page -> "%3d %4d %s".formatted(page.lix(), page.words(), page.route()))
                        .sorted()
                        .toList());

        assertThat(texts)
                .filteredOn(page -> page.lix() > PlainText.hardest(language))
                .extracting(page -> page.route() + " " + page.lix())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"BE", "RU"})
    void easy_pages_are_easier_to_read(Language language) {
        Map<String, PlainText> pages = pages(language);

        assertThat(EASY)
                .allSatisfy(route -> assertThat(pages.get("easy-" + route).lix())
                        .as(route)
                        .isLessThan(pages.get(route).lix()));
        assertThat(pages.values())
                .filteredOn(page -> page.route().matches("easy-(?!back).*") && page.lix() > AT_MOST)
                .isEmpty();
    }

    @Test
    void a_short_form_and_a_long_sentence_are_seen() {
        PlainText hard = new PlainText(
                "hard",
                Language.EN,
                "The CCDTR administers rehabilitation responsibilities until something unfavourable happens: STOP",
                List.of());

        assertThat(hard.abbreviations()).containsExactly("CCDTR");
        assertThat(hard.lix()).isGreaterThan(PlainText.hardest(Language.EN));
        assertThat(new PlainText("easy", Language.EN, "We go home. It is near.", List.of()).lix())
                .isEqualTo(3);
    }

    private static Set<String> learned(PlainText page) {
        return new TreeSet<>(new PlainText("", page.language(), page.text().toLowerCase(Locale.ROOT), List.of())
                .found(LEARNED.get(page.language())));
    }

    private static List<String> unexplained(Map<String, PlainText> pages, Function<PlainText, Set<String>> hard) {
        String words = pages.get("words").text().toLowerCase(Locale.ROOT);
        return pages.values().stream()
                .flatMap(page -> hard.apply(page).stream()
                        .filter(word -> !words.contains(stem(word)))
                        .map(word -> word + " in " + page.route()))
                .toList();
    }

    /** A letter is no page of the frame; the outbox shows addresses and hours of letters, and only in an example. */
    private static boolean isOurs(Route route) {
        return !route.name().matches("letter|outbox.*");
    }

    private static String stem(String word) {
        return word.substring(0, Math.min(STEM, word.length())).toLowerCase(Locale.ROOT);
    }

    /** Each page that everybody may see, read once. */
    private static Map<String, PlainText> pages(Language language) {
        return READ.computeIfAbsent(language, tongue -> {
            try (Guest guest = Guest.speaking(tongue)) {
                return Routes.forEverybody().stream()
                        .filter(PlainWordsTests::isOurs)
                        .collect(Collectors.toMap(Route::name, route -> {
                            route.way().lead(guest);
                            return PlainText.of(route, guest.page(), tongue);
                        }));
            }
        });
    }
}

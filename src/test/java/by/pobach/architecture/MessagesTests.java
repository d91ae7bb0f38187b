package by.pobach.architecture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every word in Belarusian, Russian and English, whole, rightly spelled, and none of it hidden in a page. */
class MessagesTests {
    private static final Map<String, Set<String>> FORMS = Map.of(
            "be", Set.of("one", "few", "many", "other"),
            "ru", Set.of("one", "few", "many", "other"),
            "en", Set.of("one", "other"));

    private static final Pattern PROSE = Pattern.compile("(.+)\\.(easy-)?(be|ru|en)\\.html");
    private static final Pattern ASKED = Pattern.compile("#\\{([a-z][\\w.-]*)");
    private static final Pattern TYPEWRITER_APOSTROPHE = Pattern.compile("\\p{L}+'\\p{L}+");

    /** A letter that looks right and belongs to another alphabet: no search finds such a word, no voice reads it. */
    private static final Pattern MIXED =
            Pattern.compile("\\p{L}*(?:\\p{IsCyrillic}\\p{M}*\\p{IsLatin}|\\p{IsLatin}\\p{M}*\\p{IsCyrillic})\\p{L}*");

    private static final Pattern NOT_BELARUSIAN = Pattern.compile("(?iu)\\p{L}*[ищъ]\\p{L}*");
    private static final Pattern NOT_RUSSIAN = Pattern.compile("(?iu)\\p{L}*[іў]\\p{L}*");

    /** The same in every language: our name, and each language's own. */
    private static final Set<String> SAID_EVERYWHERE = Set.of("Побач", "Pobach", "Беларуская", "Русский", "English");

    @TempDir
    Path scratch;

    @Test
    void every_word_is_said_in_three_languages() {
        assertThat(Phrases.of(House.real())).hasSizeGreaterThan(3);
        assertThat(unequalWords(House.real())).isEmpty();
    }

    @Test
    void a_missing_word_a_stray_key_and_a_lost_argument_are_found() {
        var house = Planted.in(scratch)
                .with("visits/messages.properties", "visits.a = {0} і {1}\nvisits.b = б\nplaces.c = в")
                .with("visits/messages_ru.properties", "visits.a = {0} и {0}\nplaces.c = в")
                .with(
                        "visits/messages_en.properties",
                        "visits.a = {1} and {0}\nvisits.b = b\nplaces.c = c\nvisits.d = d")
                .with("people/messages.properties", "people.a = а")
                .unbuilt();

        assertThat(unequalWords(house))
                .containsExactlyInAnyOrder(
                        "people: no words in en",
                        "people: no words in ru",
                        "visits: be lacks visits.d",
                        "visits: ru lacks visits.b",
                        "visits: ru lacks visits.d",
                        "visits: places.c does not begin with visits.",
                        "visits: ru takes [0] in visits.a, be takes [0, 1]");
    }

    @Test
    void easy_words_stand_in_belarusian_and_russian_for_words_that_there_are() {
        assertThat(Phrases.of(House.real())).anyMatch(Phrases::easy);
        assertThat(strayEasyWords(House.real())).isEmpty();
    }

    @Test
    void easy_words_for_nothing_and_without_a_sister_are_found() {
        var house = Planted.in(scratch)
                .with("visits/messages.properties", "visits.a = {0}, а {1}")
                .with("visits/messages_easy.properties", "visits.a = {0}, {2}\nvisits.b = б")
                .with("visits/messages_easy_ru.properties", "visits.a = {0}, {1}")
                .unbuilt();

        assertThat(strayEasyWords(house))
                .containsExactlyInAnyOrder(
                        "visits: easy be takes [0, 2] in visits.a, be takes [0, 1]",
                        "visits: easy words for no words: visits.b",
                        "visits: easy ru lacks visits.b");
    }

    private static List<String> strayEasyWords(House house) {
        var found = new ArrayList<String>();
        var modules = Phrases.of(house).stream().collect(groupingBy(Phrases::module, TreeMap::new, toList()));
        modules.forEach((module, files) -> {
            var easy = files.stream().filter(Phrases::easy).toList();
            var full = files.stream()
                    .filter(words -> !words.easy() && words.language().equals("be"))
                    .findFirst();
            var keys = new TreeSet<String>();
            easy.forEach(words -> keys.addAll(words.patterns().keySet()));
            for (String key : keys) {
                String whole = full.map(words -> words.patterns().get(key)).orElse(null);
                if (whole == null) {
                    found.add(module + ": easy words for no words: " + key);
                }
                for (Phrases words : easy) {
                    String said = words.patterns().get(key);
                    if (said == null) {
                        found.add("%s: easy %s lacks %s".formatted(module, words.language(), key));
                    } else if (whole != null && !Phrases.arguments(whole).containsAll(Phrases.arguments(said))) {
                        found.add("%s: easy %s takes %s in %s, be takes %s"
                                .formatted(
                                        module,
                                        words.language(),
                                        Phrases.arguments(said),
                                        key,
                                        Phrases.arguments(whole)));
                    }
                }
            }
        });
        return found;
    }

    @Test
    void plurals_are_complete() {
        assertThat(Phrases.of(House.real()).stream().flatMap(words -> words.patterns().values().stream()))
                .anyMatch(pattern -> pattern.contains("plural"));
        assertThat(brokenPlurals(House.real())).isEmpty();
    }

    @Test
    void a_plural_without_few_and_a_pattern_that_does_not_close_are_found() {
        var house = Planted.in(scratch)
                .with(
                        "visits/messages.properties",
                        "visits.a = {0, plural, one {# занятак} many {# заняткаў} other {# занятка}}")
                .with(
                        "visits/messages_en.properties",
                        "visits.a = {0, plural, one {# lesson} other {# lessons}}\nvisits.b = {0")
                .unbuilt();

        assertThat(brokenPlurals(house))
                .containsExactlyInAnyOrder(
                        "visits/messages.properties: visits.a has no words for [few]",
                        "visits/messages_en.properties: visits.b is no pattern");
    }

    @Test
    void the_spelling_is_that_of_the_language() {
        assertThat(written(House.real())).isNotEmpty();
        assertThat(misspelt(House.real())).isEmpty();
    }

    @Test
    void a_letter_of_another_language_and_a_typewriter_apostrophe_are_found() {
        var house = Planted.in(scratch)
                .with(
                        "visits/messages.properties",
                        "visits.a = сям'я\nvisits.b = спецыялист\nvisits.c = Русский\nvisits.d = cустрэча")
                .with("visits/messages_ru.properties", "visits.a = сустрэчы ў вас")
                .with("visits/messages_en.properties", "visits.a = don't")
                .with("site/about.easy-be.html", "<p>щука</p>")
                .with(
                        "places/Seed.java",
                        "class Seed { Words w = new Words(\"Зала\", \"Зала\", \"Hall\"), v = new Words(\"зал и пакой\", \"зал\", \"hall\"); }")
                .unbuilt();

        assertThat(misspelt(house))
                .containsExactlyInAnyOrder(
                        "visits/messages.properties visits.a: сям'я",
                        "visits/messages.properties visits.b: спецыялист",
                        "visits/messages.properties visits.d: cустрэча",
                        "visits/messages_ru.properties visits.a: ў",
                        "visits/messages_en.properties visits.a: don't",
                        "site/about.easy-be.html: щука",
                        "places/Seed.java: и");
    }

    @Test
    void pages_take_their_words_from_the_messages() {
        assertThat(House.real().files(".html")).isNotEmpty();
        assertThat(literalWords(House.real())).isEmpty();
        assertThat(unknownKeys(House.real())).isEmpty();
    }

    @Test
    void a_word_written_into_a_page_and_a_key_that_nobody_has_are_found() {
        var house = Planted.in(scratch)
                .with("visits/offer.html", """
                        <h1 th:text="#{visits.title}">Sample</h1>
                        <p>Book <b>now</b> — 5 [[#{visits.unknown}]]</p>
                        <script>let words = 'code';</script>
                        <input placeholder="Name" th:title="#{visits.title}"><p>Побач · 2027</p><!-- a note -->""")
                .with("visits/messages.properties", "visits.title = Запіс")
                .with("site/about.be.html", "<p>Пра Цэнтр</p>")
                .unbuilt();

        assertThat(literalWords(house))
                .containsExactly("visits/offer.html:2: Book", "visits/offer.html:2: now", "visits/offer.html:4: Name");
        assertThat(unknownKeys(house)).containsExactly("visits/offer.html: visits.unknown");
    }

    @Test
    void prose_is_whole_in_each_language() {
        assertThat(unequalProse(House.real())).isEmpty();
    }

    @Test
    void prose_with_a_missing_language_or_another_outline_is_found() {
        var house = Planted.in(scratch)
                .with("site/about.be.html", "<h1>а</h1><h2>б</h2>")
                .with("site/about.ru.html", "<h1>а</h1><h2>б</h2>")
                .with("site/about.en.html", "<h1>a</h1>")
                .with("site/privacy.be.html", "<h1>а</h1>")
                .with("site/privacy.easy-ru.html", "<h1>а</h1>")
                .unbuilt();

        assertThat(unequalProse(house))
                .containsExactly(
                        "site/about: outlines differ: be [h1, h2], en [h1], ru [h1, h2]",
                        "site/privacy: no en",
                        "site/privacy: no ru",
                        "site/privacy easy-: no be");
    }

    @Test
    void every_refusal_has_words() {
        assertThat(Syntax.of(House.real()).types()).anyMatch(MessagesTests::isOutcome);
        assertThat(wordlessOutcomes(House.real())).isEmpty();
    }

    @Test
    void a_refusal_without_words_is_found() {
        var house = Planted.in(scratch)
                .with("visits/Outcome.java", """
                        sealed interface Outcome {
                            record Accepted() implements Outcome {}
                            record SlotTaken() implements Outcome {}
                            sealed interface NotNow extends Outcome {}
                            record TooLate() implements NotNow {}
                        }""")
                .with(
                        "diary/HoldOutcome.java",
                        "sealed interface HoldOutcome { record Taken() implements HoldOutcome {} }")
                .with("visits/messages.properties", "visits.problem.slot-taken = Занята")
                .unbuilt();

        assertThat(wordlessOutcomes(house)).containsExactly("visits.Outcome: no words visits.problem.too-late");
    }

    private static List<String> unequalWords(House house) {
        var found = new ArrayList<String>();
        var modules = Phrases.of(house).stream()
                .filter(words -> !words.easy())
                .collect(groupingBy(Phrases::module, TreeMap::new, toList()));
        modules.forEach((module, languages) -> {
            Stream.of("be", "ru", "en")
                    .filter(tag -> languages.stream()
                            .noneMatch(words -> words.language().equals(tag)))
                    .forEach(tag -> found.add(module + ": no words in " + tag));
            var keys = new TreeSet<String>();
            languages.forEach(words -> keys.addAll(words.patterns().keySet()));
            keys.stream()
                    .filter(key -> !key.startsWith(module + "."))
                    .forEach(key -> found.add(module + ": " + key + " does not begin with " + module + "."));
            for (Phrases words : languages) {
                keys.stream()
                        .filter(key -> !words.patterns().containsKey(key))
                        .forEach(key -> found.add(module + ": " + words.language() + " lacks " + key));
                found.addAll(lostArguments(words, languages.getFirst()));
            }
        });
        return found;
    }

    private static List<String> lostArguments(Phrases words, Phrases first) {
        var found = new ArrayList<String>();
        words.patterns().forEach((key, pattern) -> {
            String other = first.patterns().getOrDefault(key, pattern);
            if (isPattern(pattern)
                    && isPattern(other)
                    && !Phrases.arguments(pattern).equals(Phrases.arguments(other))) {
                found.add("%s: %s takes %s in %s, %s takes %s"
                        .formatted(
                                words.module(),
                                words.language(),
                                Phrases.arguments(pattern),
                                key,
                                first.language(),
                                Phrases.arguments(other)));
            }
        });
        return found;
    }

    private static boolean isPattern(String text) {
        try {
            Phrases.arguments(text);
            return true;
        } catch (IllegalArgumentException | IndexOutOfBoundsException notOne) {
            return false;
        }
    }

    private static List<String> brokenPlurals(House house) {
        var found = new ArrayList<String>();
        for (Phrases words : Phrases.of(house)) {
            words.patterns().forEach((key, pattern) -> {
                if (!isPattern(pattern)) {
                    found.add(words.file() + ": " + key + " is no pattern");
                    return;
                }
                for (Set<String> forms : Phrases.plurals(pattern)) {
                    var wanted = new TreeSet<>(FORMS.getOrDefault(words.language(), Set.of()));
                    wanted.removeAll(forms);
                    if (!wanted.isEmpty()) {
                        found.add(words.file() + ": " + key + " has no words for " + wanted);
                    }
                }
            });
        }
        return found;
    }

    private record Written(String where, String language, String text) {}

    /** Everything people read: messages, prose, and the three languages side by side in Java. */
    private static List<Written> written(House house) {
        var all = new ArrayList<Written>();
        for (Phrases words : Phrases.of(house)) {
            words.patterns()
                    .forEach((key, text) -> all.add(new Written(words.file() + " " + key, words.language(), text)));
        }
        for (Path file : house.files(".html")) {
            var prose = PROSE.matcher(file.getFileName().toString());
            if (prose.matches()) {
                Template.read(house.read(file)).texts().forEach(said -> {
                    all.add(new Written(house.name(file), prose.group(3), said.text()));
                });
            }
        }
        var words = Pattern.compile("new Words\\(\\s*\"([^\"]*)\",\\s*\"([^\"]*)\",\\s*\"([^\"]*)\"");
        for (Path file : house.files(".java")) {
            words.matcher(house.read(file)).results().forEach(three -> {
                all.add(new Written(house.name(file), "be", three.group(1)));
                all.add(new Written(house.name(file), "ru", three.group(2)));
                all.add(new Written(house.name(file), "en", three.group(3)));
            });
        }
        return all;
    }

    private static List<String> misspelt(House house) {
        return written(house).stream()
                .flatMap(said -> rules(said.language())
                        .flatMap(rule -> rule.matcher(said.text()).results())
                        .map(match -> match.group())
                        .filter(word -> !SAID_EVERYWHERE.contains(word))
                        .map(word -> said.where() + ": " + word))
                .distinct()
                .toList();
    }

    private static Stream<Pattern> rules(String language) {
        return switch (language) {
            case "be" -> Stream.of(TYPEWRITER_APOSTROPHE, MIXED, NOT_BELARUSIAN);
            case "ru" -> Stream.of(TYPEWRITER_APOSTROPHE, MIXED, NOT_RUSSIAN);
            default -> Stream.of(TYPEWRITER_APOSTROPHE, MIXED);
        };
    }

    /** Letters that stand in a page and are neither a key's words nor the same in every language. */
    private static List<String> literalWords(House house) {
        var found = new ArrayList<String>();
        for (Path file : house.files(".html")) {
            if (!PROSE.matcher(file.getFileName().toString()).matches()) {
                for (Template.Said said : Template.read(house.read(file)).texts()) {
                    String own = said.text()
                            .replaceAll("(?s)\\[\\[.*?]]|\\[\\(.*?\\)]|&#?\\w+;", "")
                            .replaceAll(String.join("|", SAID_EVERYWHERE), "")
                            .strip();
                    if (own.codePoints().anyMatch(Character::isLetter)) {
                        found.add(house.name(file) + ":" + said.line() + ": " + own.replaceAll("[\\s—\\d]+$", ""));
                    }
                }
            }
        }
        return found;
    }

    private static List<String> unknownKeys(House house) {
        var known = Phrases.of(house).stream()
                .flatMap(words -> words.patterns().keySet().stream())
                .collect(toSet());
        return house.files(".html").stream()
                .flatMap(file -> ASKED.matcher(house.read(file))
                        .results()
                        .map(key -> key.group(1))
                        .filter(key -> !key.endsWith(".") && !known.contains(key))
                        .map(key -> house.name(file) + ": " + key))
                .distinct()
                .toList();
    }

    private static List<String> unequalProse(House house) {
        var pages = new TreeMap<String, TreeMap<String, List<String>>>();
        for (Path file : house.files(".html")) {
            var name = PROSE.matcher(house.name(file));
            if (name.matches()) {
                String page = name.group(1) + (name.group(2) == null ? "" : " " + name.group(2));
                var outline = Template.read(house.read(file)).headings();
                pages.computeIfAbsent(page, first -> new TreeMap<>()).put(name.group(3), outline);
            }
        }
        var found = new ArrayList<String>();
        pages.forEach((page, outlines) -> {
            // Easy-to-read is written in the two languages of the families.
            (page.endsWith("easy-") ? Stream.of("be", "ru") : Stream.of("be", "en", "ru"))
                    .filter(language -> !outlines.containsKey(language))
                    .forEach(language -> found.add(page + ": no " + language));
            if (Set.copyOf(outlines.values()).size() > 1) {
                var each = outlines.entrySet().stream()
                        .map(one -> one.getKey() + " " + one.getValue())
                        .toList();
                found.add(page + ": outlines differ: " + String.join(", ", each));
            }
        });
        return found;
    }

    /**
     * The first kind of a sealed {@code …Outcome} is what was asked for. Every other is a refusal, and a module that speaks
     * to people has words for it: {@code <module>.problem.<kind-in-kebab>}, or {@code <module>.<kind-in-kebab>} where the
     * module has one form only.
     */
    private static List<String> wordlessOutcomes(House house) {
        var known = Phrases.of(house).stream()
                .filter(words -> words.language().equals("be"))
                .flatMap(words -> words.patterns().keySet().stream())
                .collect(toSet());
        var types = Syntax.of(house).types();
        var found = new TreeSet<String>();
        for (Syntax.Type type : types) {
            if (isOutcome(type) && known.stream().anyMatch(key -> key.startsWith(type.module() + "."))) {
                String name = type.tree().getSimpleName().toString();
                kinds(name, type.module(), types)
                        .skip(1)
                        .map(kind ->
                                kind.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT))
                        .filter(kind -> !known.contains(type.module() + "." + kind))
                        .filter(kind -> !known.contains(type.module() + ".problem." + kind))
                        .forEach(kind -> found.add(
                                "%s.%s: no words %s.problem.%s".formatted(type.module(), name, type.module(), kind)));
            }
        }
        return List.copyOf(found);
    }

    private static boolean isOutcome(Syntax.Type type) {
        return type.tree().getSimpleName().toString().matches(".*Outcome") && isSealed(type.tree());
    }

    private static boolean isSealed(ClassTree tree) {
        return tree.getModifiers().getFlags().contains(Modifier.SEALED);
    }

    /** The simple names of the leaves under a sealed type of a module. */
    private static Stream<String> kinds(String sealed, String module, List<Syntax.Type> types) {
        return types.stream()
                .filter(type -> type.module().equals(module))
                .filter(type -> Stream.concat(
                                type.tree().getImplementsClause().stream(),
                                Stream.ofNullable(type.tree().getExtendsClause()))
                        .anyMatch(parent ->
                                parent.toString().replaceFirst(".*\\.", "").equals(sealed)))
                .flatMap(type -> isSealed(type.tree())
                        ? kinds(type.tree().getSimpleName().toString(), module, types)
                        : Stream.of(type.tree().getSimpleName().toString()));
    }
}

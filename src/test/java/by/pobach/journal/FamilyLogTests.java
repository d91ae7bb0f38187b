package by.pobach.journal;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.InTestHouse;
import by.pobach.families.Purpose;
import by.pobach.web.IcuMessages;
import by.pobach.web.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;

/** The log in the words of the family. */
@SpringBootTest
@InTestHouse
@NullMarked
class FamilyLogTests {
    private static final Pattern NOTED = Pattern.compile("journal\\.note\\(([^;]*);");
    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");
    private static final Entry READING = new Entry(
            UUID.randomUUID(),
            Instant.parse("2026-02-24T12:00:00.123456Z"),
            "staff:volha",
            UUID.randomUUID(),
            "read-story",
            "prepare-lesson",
            null);

    @Autowired
    SpringTemplateEngine templates;

    @Autowired
    ApplicationContext application;

    @Autowired
    IcuMessages messages;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BE | 24 лютага, аўторак · Прагляд аповеду сям’і · Вольга, лагапед · Навошта: падрыхтоўка да заняткаў
            RU | 24 февраля, вторник · Просмотр рассказа семьи · Вольга, лагапед · Зачем: подготовка к занятию
            EN | 24 February, Tuesday · Family’s story read · Вольга, лагапед · What for: preparing a lesson
            """)
    void the_mother_reads_it_in_her_language(Language language, String line) {
        assertThat(read(language, List.of(line("Вольга, лагапед")))).isEqualTo(line);
    }

    @Test
    void nobody_is_named_where_nobody_is_known_any_more() {
        assertThat(read(Language.BE, List.of(line(""))))
                .isEqualTo("24 лютага, аўторак · Прагляд аповеду сям’і · Навошта: падрыхтоўка да заняткаў");
    }

    @Test
    void machines_read_the_moment() {
        assertThat(html(Language.BE, List.of(line("")))).contains("<time datetime=\"2026-02-24T15:00+03:00\">");
    }

    @Test
    void an_empty_log_says_so() {
        assertThat(read(Language.EN, List.of())).isEqualTo("Nobody has looked at anything or changed anything yet.");
    }

    @Test
    void every_word_that_is_noted_is_said() {
        assertThat(sources().flatMap(FamilyLogTests::noted)).isNotEmpty();
        assertThat(sources().flatMap(FamilyLogTests::noted).filter(unsaid())).isEmpty();
        assertThat(Arrays.stream(Purpose.values()).map(Purpose::word).filter(unsaid()))
                .isEmpty();
    }

    @Test
    void a_word_that_nobody_could_read_is_found() {
        assertThat(noted("journal.note(child, \"peek\", \"lesson\", null); note(\"elsewhere\");")
                        .filter(unsaid()))
                .containsExactly("peek");
    }

    private static Stream<String> sources() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).map(FamilyLogTests::text).toList().stream();
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    private static Stream<String> noted(String source) {
        List<MatchResult> calls = NOTED.matcher(source).results().toList();
        return calls.stream()
                .flatMap(call -> LITERAL.matcher(call.group(1)).results())
                .map(literal -> literal.group(1));
    }

    private Predicate<String> unsaid() {
        Set<String> missing = messages.missing();
        return word -> Stream.of(Vocabulary.WHAT, Vocabulary.PURPOSE)
                .map(kind -> kind + word)
                .noneMatch(key ->
                        Vocabulary.says(key) && missing.stream().noneMatch(lacking -> lacking.endsWith(":" + key)));
    }

    private static Line line(String who) {
        return Line.of(READING, ZoneId.of("Europe/Minsk"), who);
    }

    private String read(Language language, List<Line> lines) {
        return html(language, lines)
                .replaceAll("<[^>]+>", "")
                .replace('\u00a0', ' ')
                .strip();
    }

    private String html(Language language, List<Line> lines) {
        Context page = new Context(language.locale());
        page.setVariable("lines", lines);
        page.setVariable("frame", Map.of("language", language));
        page.setVariable(
                ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
                new ThymeleafEvaluationContext(application, null));
        return templates.process("journal/log", Set.of("entries"), page);
    }
}

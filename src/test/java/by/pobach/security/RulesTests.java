package by.pobach.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The numbers of docs/security/rules.md are those of the code. */
class RulesTests {
    /** {@code | what | number | `Class.field` |}. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|]+) \\| ([0-9_]+) \\| `(\\w+)\\.(\\w+)` \\|$");

    @Test
    void every_number_in_the_rules_is_the_one_in_the_code() throws IOException {
        String rules = rules();

        assertThat(ROW.matcher(rules).results().count()).isGreaterThan(15);
        assertThat(wrong(rules)).isEmpty();
    }

    @Test
    void a_number_that_is_another_and_a_field_that_never_was_are_found() throws IOException {
        String planted = rules().replace("| 21 | `Sessions.AT_MOST`", "| 8 | `Sessions.AT_MOST`")
                .replace("`Passwords.SHORTEST`", "`Passwords.SHORTER`");

        assertThat(wrong(planted)).hasSize(2);
    }

    private static List<String> wrong(String rules) {
        return ROW.matcher(rules)
                .results()
                .filter(row -> !isSo(row))
                .map(MatchResult::group)
                .toList();
    }

    private static boolean isSo(MatchResult row) {
        Pattern set = Pattern.compile("\\b" + row.group(4) + "\\s*=[^;]*\\b" + row.group(2) + "\\b"
                + "|Counted\\(" + row.group(4) + ", " + row.group(2) + ","
                + "|@DefaultValue\\(\"" + row.group(2) + "\"\\)\\s+\\w+\\s+" + row.group(4) + "\\b");
        return set.matcher(source(row.group(3))).find();
    }

    private static String source(String type) {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            Path file = files.filter(path -> path.endsWith(type + ".java"))
                    .findFirst()
                    .orElse(null);
            return file == null ? "" : Files.readString(file);
        } catch (IOException wrong) {
            throw new java.io.UncheckedIOException(wrong);
        }
    }

    private static String rules() throws IOException {
        return Files.readString(Path.of("docs/security/rules.md"));
    }
}

package by.pobach.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/accessibility/wcag.md says nothing that is not there. */
class AccessTableTests {
    /** WCAG 2.2 by its levels; 4.1.1 is empty since 2.2. */
    private static final Map<String, String> CRITERIA = Map.of(
            "A",
            "1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3"
                    + " 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2",
            "AA",
            "1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8"
                    + " 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3",
            "AAA",
            "1.2.6 1.2.7 1.2.8 1.2.9 1.3.6 1.4.6 1.4.7 1.4.8 1.4.9 2.1.3 2.2.3 2.2.4 2.2.5 2.2.6 2.3.2 2.3.3 2.4.8 2.4.9"
                    + " 2.4.10 2.4.12 2.4.13 2.5.5 2.5.6 3.1.3 3.1.4 3.1.5 3.1.6 3.2.5 3.3.5 3.3.6 3.3.9");

    private static final Pattern TEST = Pattern.compile("`(\\w+Tests)(?:\\.(\\w+))?`");
    private static final Pattern SAYS =
            Pattern.compile("every page|every look|markup|heard|`\\w+Tests[.\\w]*`|judged 20\\d\\d-\\d\\d-\\d\\d");

    /** A line of the table. */
    private record Line(String criterion, String state, String shown) {
        static List<Line> of(String level, String table) {
            return table.lines()
                    .dropWhile(line -> !line.equals("## Level " + level))
                    .skip(1)
                    .takeWhile(line -> !line.startsWith("## "))
                    .filter(line -> line.matches("\\| \\d.*"))
                    .map(line -> line.split(" *\\| *", 5))
                    .map(cells -> new Line(cells[1], cells[3], cells[4]))
                    .toList();
        }
    }

    @Test
    void every_criterion_has_its_line_and_every_line_its_reason() throws IOException {
        assertThat(wrong(table())).isEmpty();
    }

    @Test
    void every_test_that_is_named_exists() throws IOException {
        assertThat(missing(table())).isEmpty();
    }

    @Test
    void a_gap_an_empty_claim_and_a_test_that_never_was_are_found() throws IOException {
        String planted = table().replaceAll("(?m)^\\| 3\\.1\\.1 .*\n", "")
                .replaceAll("(?m)^(\\| 2\\.4\\.7 \\|[^|]*\\| claimed \\|).*", "$1 surely |")
                .replace("`QuietPagesTests.no_page_plays_anything`", "`QuietPagesTests.no_page_sings`");

        assertThat(wrong(planted))
                .anyMatch(found -> found.startsWith("A: "))
                .contains("2.4.7 is claimed and nothing shows it");
        assertThat(missing(planted)).contains("QuietPagesTests.no_page_sings");
    }

    private static List<String> wrong(String table) {
        List<String> wrong = new ArrayList<>();
        CRITERIA.forEach((level, wanted) -> {
            List<Line> lines = Line.of(level, table);
            String found = lines.stream().map(Line::criterion).collect(Collectors.joining(" "));
            if (!found.equals(wanted)) {
                wrong.add(level + ": " + found);
            }
            for (Line line : lines) {
                if (!line.state().matches("claimed|n/a|not yet")) {
                    wrong.add(line.criterion() + " is neither claimed nor n/a nor not yet");
                } else if (!line.state().equals("not yet")
                        && !SAYS.matcher(line.shown()).find()) {
                    wrong.add(line.criterion() + " is " + line.state() + " and nothing shows it");
                }
            }
        });
        return wrong;
    }

    private static List<String> missing(String table) throws IOException {
        Map<String, String> tests;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            tests = files.filter(file -> file.toString().endsWith("Tests.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""), AccessTableTests::read));
        }
        return TEST.matcher(table)
                .results()
                .filter(named -> !exists(named, tests))
                .map(named -> named.group().replace("`", ""))
                .distinct()
                .toList();
    }

    private static boolean exists(MatchResult named, Map<String, String> tests) {
        String test = tests.get(named.group(1));
        return test != null && (named.group(2) == null || test.contains("void " + named.group(2) + "("));
    }

    private static String table() throws IOException {
        return Files.readString(Path.of("docs/accessibility/wcag.md"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException wrong) {
            throw new java.io.UncheckedIOException(wrong);
        }
    }
}

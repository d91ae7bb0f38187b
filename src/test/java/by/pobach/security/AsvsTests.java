package by.pobach.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/security/asvs.csv has a line for each requirement of OWASP ASVS 5.0.0 of levels 1 and 2, and says nothing that is not there. */
class AsvsTests {
    private static final Path TABLE = Path.of("docs/security/asvs.csv");
    private static final Path TESTS = Path.of("src/test/java");

    /** By section: 1.2:1,2 is V1.2.1 and V1.2.2. */
    private static final Map<String, String> IDS = Map.of("L1", """
                    1.2:1,2,3,4,5 1.3:1,2 1.5:1 2.1:1 2.2:1,2 2.3:1 3.2:1,2 3.3:1 3.4:1,2 3.5:1,2,3 4.1:1 4.4:1
                    5.2:1,2 5.3:1,2 6.1:1 6.2:1,2,3,4,5,6,7,8 6.3:1,2 6.4:1,2 7.2:1,2,3,4 7.4:1,2 8.1:1 8.2:1,2
                    8.3:1 9.1:1,2,3 9.2:1 10.4:1,2,3,4,5 11.3:1,2 11.4:1 12.1:1 12.2:1,2 13.4:1 14.2:1 14.3:1
                    15.1:1 15.2:1 15.3:1
                    """, "L2", """
                    1.1:1,2 1.2:6,7,8,9 1.3:3,4,5,6,7,8,9,10,11 1.4:1,2,3 1.5:2 2.1:2,3 2.2:3 2.3:2,3,4 2.4:1
                    3.3:2,3,4 3.4:3,4,5,6 3.5:4,5 3.7:1,2 4.1:2,3 4.2:1 4.3:1,2 4.4:2,3,4 5.1:1 5.2:3 5.4:1,2,3
                    6.1:2,3 6.2:9,10,11,12 6.3:3,4 6.4:3,4 6.5:1,2,3,4,5 6.6:1,2,3 6.8:1,2,3,4 7.1:1,2,3 7.3:1,2
                    7.4:3,4,5 7.5:1,2 7.6:1,2 8.1:2 8.2:3 8.4:1 9.2:2,3,4 10.1:1,2 10.2:1,2 10.3:1,2,3,4
                    10.4:6,7,8,9,10,11 10.5:1,2,3,4,5 10.6:1,2 10.7:1,2,3 11.1:1,2 11.2:1,2,3 11.3:3 11.4:2,3,4
                    11.5:1 11.6:1 12.1:2,3 12.3:1,2,3,4 13.1:1 13.2:1,2,3,4,5 13.3:1,2 13.4:2,3,4,5 14.1:1,2
                    14.2:2,3,4 14.3:2,3 15.1:2,3 15.2:2,3 15.3:2,3,4,5,6,7 16.1:1 16.2:1,2,3,4,5 16.3:1,2,3,4
                    16.4:1,2,3 16.5:1,2,3 17.1:1 17.2:1,2,3,4 17.3:1,2
                    """);

    private static final Pattern NAMED = Pattern.compile("(\\w+Tests)\\.([a-z]\\w*)");
    private static final Pattern STATUS =
            Pattern.compile("proved:\\w+Tests\\.\\w+|claimed|not-applicable: \\S.{4,}|open: \\S.{9,}");

    /** A line of the table. */
    private record Line(String id, String level, String words, String status, String where) {
        private static final Pattern CELL = Pattern.compile("(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))");

        static Line of(String line) {
            List<String> cells = CELL.matcher(line)
                    .results()
                    .map(cell -> cell.group(1) == null
                            ? cell.group(2)
                            : cell.group(1).replace("\"\"", "\""))
                    .toList();
            return cells.size() == 5
                    ? new Line(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4))
                    : new Line(line, "", "", "", "");
        }

        String kind() {
            return status.replaceFirst(":.*", "");
        }
    }

    @Test
    void every_requirement_has_its_line_and_every_line_its_ground() throws IOException {
        List<Line> lines = lines(Files.readString(TABLE));
        Map<String, String> tests = tests();

        System.out.println("ASVS 5.0.0, levels 1 and 2: " + counts(lines));
        assertThat(lines).hasSize(253);
        assertThat(wrong(lines, tests)).isEmpty();
    }

    @Test
    void what_the_readme_counts_is_what_the_table_says() throws IOException {
        Map<String, Long> counts = counts(lines(Files.readString(TABLE)));
        String line =
                "Of the 253 requirements of OWASP ASVS 5.0.0, levels 1 and 2, %d are proved by tests, %d claimed, %d open,"
                                .formatted(counts.get("proved"), counts.get("claimed"), counts.get("open"))
                        + " %d not about us".formatted(counts.get("not-applicable"));

        assertThat(Files.readString(Path.of("README.md")).replaceAll("\\s+", " "))
                .contains(line);
        assertThat(counts.get("proved")).isGreaterThanOrEqualTo(80);
    }

    @Test
    void a_gap_a_stranger_a_status_that_is_none_and_a_test_that_never_was_are_found() throws IOException {
        Map<String, String> tests = tests();
        String table = Files.readString(TABLE);

        assertThat(wrong(lines(table.replaceFirst("(?m)^V6\\.3\\.2,.*\n", "")), tests))
                .containsExactly("V6.3.2 is missing");
        assertThat(wrong(lines(table + "V18.1.1,L2,words,claimed,here\n"), tests))
                .containsExactly("V18.1.1 is unknown");
        assertThat(wrong(lines(table.replaceFirst("(?m)^V6\\.3\\.2,L1", "V6.3.2,L2")), tests))
                .isNotEmpty();
        assertThat(status(table, "surely", tests)).hasSize(1);
        assertThat(status(table, "not-applicable:", tests)).hasSize(1);
        assertThat(status(table, "open: ", tests)).hasSize(1);
        assertThat(status(table, "proved:SignInTests.nobody_ever_wrote_it", tests))
                .hasSize(1);
        assertThat(status(table, "proved:NoSuchTests.a_real_house_has_no_known_password", tests))
                .hasSize(1);
        assertThat(wrong(lines(table.replaceFirst("FamilySignInTests\\.whose", "FamilySignInTests.who_else")), tests))
                .hasSize(1);
        assertThat(status(table, "claimed", tests)).containsExactly("V6.3.2 is claimed and nothing shows it");
    }

    private static List<String> status(String table, String status, Map<String, String> tests) {
        String changed = table.replaceFirst("(?m)^(V6\\.3\\.2,L1,[^,]*),[^,]*,", "$1," + status + ",");
        assertThat(changed).contains("," + status + ",");
        return wrong(lines(changed), tests);
    }

    private static List<String> wrong(List<Line> lines, Map<String, String> tests) {
        List<String> wrong = new ArrayList<>();
        IDS.forEach((level, sections) -> {
            TreeSet<String> wanted = ids(sections);
            TreeSet<String> found = lines.stream()
                    .filter(line -> line.level().equals(level))
                    .map(Line::id)
                    .collect(Collectors.toCollection(TreeSet::new));
            wanted.stream().filter(id -> !found.contains(id)).forEach(id -> wrong.add(id + " is missing"));
            found.stream().filter(id -> !wanted.contains(id)).forEach(id -> wrong.add(id + " is unknown"));
        });
        lines.forEach(line -> wrong.addAll(wrong(line, tests)));
        return wrong;
    }

    private static List<String> wrong(Line line, Map<String, String> tests) {
        List<String> wrong = new ArrayList<>();
        if (!STATUS.matcher(line.status()).matches() || line.words().isBlank()) {
            wrong.add(line.id() + " says nothing: " + line.status());
        }
        if (line.kind().equals("claimed") && line.where().isBlank()) {
            wrong.add(line.id() + " is claimed and nothing shows it");
        }
        Matcher named = NAMED.matcher(line.status() + " " + line.where());
        while (named.find()) {
            if (!Pattern.compile("void " + named.group(2) + "\\(")
                    .matcher(tests.getOrDefault(named.group(1), ""))
                    .find()) {
                wrong.add(line.id() + " names a test that never was: " + named.group());
            }
        }
        return wrong;
    }

    private static Map<String, Long> counts(List<Line> lines) {
        return lines.stream().collect(Collectors.groupingBy(Line::kind, TreeMap::new, Collectors.counting()));
    }

    private static List<Line> lines(String table) {
        return table.lines().skip(1).map(Line::of).toList();
    }

    private static TreeSet<String> ids(String sections) {
        return Arrays.stream(sections.strip().split("\\s+"))
                .map(section -> section.split(":"))
                .flatMap(section -> Arrays.stream(section[1].split(",")).map(last -> "V" + section[0] + "." + last))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> tests() throws IOException {
        Map<String, String> tests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(TESTS)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith("Tests.java")).toList()) {
                tests.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        return tests;
    }
}

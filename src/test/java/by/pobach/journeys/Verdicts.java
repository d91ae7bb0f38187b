package by.pobach.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What people judged where an engine could not: {@code docs/accessibility/verdicts.txt}. What an engine calls a violation is
 * mended, unless a standard says that it is none.
 */
final class Verdicts {
    private static final Path FILE = Path.of("docs/accessibility/verdicts.txt");

    /** Those that are kept. */
    static final Verdicts KEPT = new Verdicts(lines());

    private final List<Verdict> all;
    private final Set<Verdict> needed = ConcurrentHashMap.newKeySet();

    Verdicts(List<String> lines) {
        all = lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Verdict::of)
                .toList();
    }

    /** How much it says: of a question that it is good, on all days or on some; of a violation that the engine is wrong. */
    private enum Word {
        GOOD,
        SOMETIMES,
        WRONG
    }

    private record Verdict(
            String engine, String rule, Pattern routes, Pattern target, Word word, LocalDate date, String why) {
        static Verdict of(String line) {
            String[] parts = line.split("\\s+\\|\\s+", 7);
            if (parts.length != 7 || parts[6].isBlank()) {
                throw new IllegalStateException("Not a verdict: " + line);
            }
            return new Verdict(
                    parts[0],
                    parts[1],
                    Pattern.compile(parts[2]),
                    Pattern.compile(parts[3]),
                    Word.valueOf(parts[4].toUpperCase(Locale.ROOT)),
                    LocalDate.parse(parts[5]),
                    parts[6]);
        }

        boolean covers(String route, Finding finding) {
            return finding.violates() == (word == Word.WRONG)
                    && finding.engine().equals(engine)
                    && finding.rule().equals(rule)
                    && routes.matcher(route).matches()
                    && target.matcher(finding.target()).find();
        }

        @Override
        public String toString() {
            return engine + " " + rule + " " + routes + " " + target;
        }
    }

    boolean judged(String route, Finding finding) {
        List<Verdict> covering =
                all.stream().filter(verdict -> verdict.covers(route, finding)).toList();
        needed.addAll(covering);
        return !covering.isEmpty();
    }

    /** Those that matched nothing in this run. */
    List<String> outlived() {
        return all.stream()
                .filter(verdict -> verdict.word() != Word.SOMETIMES && !needed.contains(verdict))
                .map(Verdict::toString)
                .toList();
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FILE);
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }
}

package by.pobach.journeys;

import by.pobach.journeys.Axe.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** What people judged where axe could not: {@code verdicts.txt}, a rule, where, and why it is good. */
final class Verdicts {
    private static final List<Verdict> ALL = read();

    private Verdicts() {}

    private record Verdict(String rule, Pattern target) {
        boolean covers(Finding finding) {
            return finding.rule().equals(rule)
                    && target.matcher(finding.target()).find();
        }
    }

    static boolean judged(Finding finding) {
        return !finding.violates() && ALL.stream().anyMatch(verdict -> verdict.covers(finding));
    }

    private static List<Verdict> read() {
        try (var stream = Verdicts.class.getResourceAsStream("verdicts.txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+\\|\\s+", 3))
                    .map(parts -> new Verdict(parts[0], Pattern.compile(parts[1])))
                    .toList();
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }
}

package by.pobach.journal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/** The words an entry may use: those that have been put into words for the family. */
final class Vocabulary {
    static final String WHAT = "journal.what.";
    static final String PURPOSE = "journal.purpose.";

    private static final Set<String> SAID = read();

    private Vocabulary() {}

    static void check(String what, String purpose) {
        check(WHAT + what);
        check(PURPOSE + purpose);
    }

    private static void check(String key) {
        if (!says(key)) {
            throw new IllegalArgumentException(key + " is not said in the messages of the journal");
        }
    }

    static boolean says(String key) {
        return SAID.contains(key);
    }

    private static Set<String> read() {
        Properties words = new Properties();
        try (var file = Objects.requireNonNull(Vocabulary.class.getResourceAsStream("messages.properties"));
                var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
        return Set.copyOf(words.stringPropertyNames());
    }
}

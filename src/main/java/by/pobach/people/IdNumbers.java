package by.pobach.people;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Identification numbers of Belarusian papers in what people type: seven digits, a letter, three digits, two letters, a digit
 * ({@code 3120495A034PB7}), in Latin or Cyrillic letters. The Centre needs none of them: whoever types one is told so and offered
 * to cut it out. The shape is from memory and used for nothing but this offer.
 */
public final class IdNumbers {
    private static final Pattern SHAPE = Pattern.compile(
            "(?<![\\p{L}\\d])\\d{7}[\\s-]?\\p{L}[\\s-]?\\d{3}[\\s-]?\\p{L}{2}[\\s-]?\\d(?![\\p{L}\\d])");

    private IdNumbers() {}

    /** As they were typed, in order. */
    public static List<String> in(String text) {
        return SHAPE.matcher(text).results().map(MatchResult::group).toList();
    }

    /** The text without them; spaces that stood on both sides become one. */
    public static String without(String text) {
        return SHAPE.matcher(text).replaceAll("").replaceAll("[ \\t]{2,}", " ").strip();
    }
}

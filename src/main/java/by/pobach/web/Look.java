package by.pobach.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants every page to look: an answer to each question, kept in a cookie and worn by {@code <html>} as
 * classes such as {@code size-huge}. There is one interface; nobody is sent to another version of it.
 */
record Look(Map<Look.Question, String> answers) {
    static final String NAME = "look";
    private static final String JOINT = ".";

    /** The first answer of each is what the house does by itself, and leaves no class. */
    enum Question {
        WORDS("all", "easy"),
        SIZE("normal", "large", "larger", "huge"),
        CONTRAST("system", "paper", "white", "night"),
        SPACING("normal", "wide"),
        LETTERS("ours", "plain"),
        SYMBOLS("no", "yes"),
        CALM("no", "yes");

        private final List<String> answers;

        Question(String... answers) {
            this.answers = List.of(answers);
        }

        String field() {
            return name().toLowerCase(Locale.ROOT);
        }

        List<String> answers() {
            return answers;
        }

        private String known(@Nullable String answer) {
            return answers.stream()
                    .filter(Predicate.isEqual(answer))
                    .findFirst()
                    .orElse(answers.getFirst());
        }
    }

    /** What a form says; an answer that is missing or unknown is the first. */
    static Look asked(Function<String, @Nullable String> fields) {
        return new Look(Arrays.stream(Question.values())
                .collect(Collectors.toMap(
                        Function.identity(), question -> question.known(fields.apply(question.field())))));
    }

    /** What is kept, with the words that this very address asks for: {@code ?words=easy} or {@code ?words=all}. */
    static Look of(HttpServletRequest request) {
        Look kept = kept(request);
        return askedWords(request).map(kept::with).orElse(kept);
    }

    /** Read from the address alone, as the language is. */
    static Optional<String> askedWords(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null
                ? Optional.empty()
                : Stream.of(query.split("&"))
                        .filter(part -> part.startsWith(Question.WORDS.field() + "="))
                        .map(part -> part.substring(Question.WORDS.field().length() + 1))
                        .filter(Question.WORDS.answers()::contains)
                        .findFirst();
    }

    private Look with(String words) {
        Map<Question, String> changed = new EnumMap<>(answers);
        changed.put(Question.WORDS, words);
        return new Look(changed);
    }

    boolean isEasy() {
        return answer(Question.WORDS).equals("easy");
    }

    static Look kept(HttpServletRequest request) {
        return read(Cookies.of(request, NAME).orElse(""));
    }

    /** What is unknown in it counts as not said. */
    static Look read(String kept) {
        Map<String, String> fields = Stream.of(kept.split("\\."))
                .map(part -> part.split("-", 2))
                .filter(part -> part.length == 2)
                .collect(Collectors.toMap(part -> part[0], part -> part[1], (first, second) -> second));
        return asked(fields::get);
    }

    String answer(Question question) {
        return question.known(answers.get(question));
    }

    /** Easy words come in the letters of easy pages. */
    String classes() {
        return isEasy() ? joined(" ") + " easy" : joined(" ");
    }

    String value() {
        return joined(JOINT);
    }

    private String joined(String joint) {
        return Arrays.stream(Question.values())
                .filter(question -> !answer(question).equals(question.answers().getFirst()))
                .map(question -> question.field() + "-" + answer(question))
                .collect(Collectors.joining(joint));
    }
}

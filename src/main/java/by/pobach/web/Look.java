package by.pobach.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    static Look kept(HttpServletRequest request) {
        String kept = Cookies.of(request, cookie(request)).orElse("");
        Map<String, String> fields = Stream.of(kept.split("\\."))
                .map(part -> part.split("-", 2))
                .filter(part -> part.length == 2)
                .collect(Collectors.toMap(part -> part[0], part -> part[1], (first, second) -> second));
        return asked(fields::get);
    }

    /** Bound to exactly this host where the browser can promise it. */
    static String cookie(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + NAME : NAME;
    }

    String answer(Question question) {
        return question.known(answers.get(question));
    }

    String classes() {
        return joined(" ");
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

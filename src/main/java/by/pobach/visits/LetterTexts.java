package by.pobach.visits;

import by.pobach.letters.Wording;
import by.pobach.web.IcuMessages;
import by.pobach.web.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The words of letters about visits: our own, or the Centre's in place of them. The Centre writes {@code {day}} and the like
 * where a letter says its own. A letter may be read over a shoulder, so nothing about who comes, for what or to whom has a
 * place in it, and no address but the visit's link.
 */
@Component
public class LetterTexts {
    /** In the order of the arguments of our own messages. */
    private static final List<String> NAMES = List.of("day", "date", "time", "link", "code", "phone", "minutes");

    private static final Set<String> PRIVATE =
            Set.of("child", "children", "specialist", "service", "name", "note", "device", "room", "need", "age");
    private static final List<String> NEEDED = List.of("time", "link");
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern ADDRESS = Pattern.compile("(?iu)://|www\\.");
    private static final String PREFIX = "visits.letter.";

    private final Wording wording;
    private final IcuMessages messages;
    private final VisitRules rules;

    /** What is wrong with words that somebody wrote, and what it is about: a placeholder, or those there are. */
    public record Wrong(Why why, String what) {}

    /** Why words cannot be used. */
    public enum Why {
        /** There is no such placeholder. */
        UNKNOWN,
        /** What our own words say at this place is left out. */
        MISSING,
        /** It would say something private. */
        PRIVATE,
        /** A brace without its other half. */
        BRACE,
        /** An address that is not the visit's link. */
        ADDRESS
    }

    LetterTexts(Wording wording, IcuMessages messages, VisitRules rules) {
        this.wording = wording;
        this.messages = messages;
        this.rules = rules;
    }

    /** The kinds of letters there are, such as {@code booked}. */
    public List<String> kinds() {
        return Arrays.stream(VisitLetters.Kind.values())
                .map(VisitLetters.Kind::code)
                .toList();
    }

    /** The keys of a kind: its subject, its text, and what the desk says or texts instead. */
    public List<String> keys(String kind) {
        return List.of("subject-" + kind, kind, "say-" + kind);
    }

    /** What somebody may write in braces. */
    public List<String> placeholders() {
        return NAMES.stream().map(name -> "{" + name + "}").toList();
    }

    /** Our own words, with placeholders. */
    public String original(String key, Language language) {
        Object[] arguments = placeholders().toArray();
        arguments[NAMES.indexOf("minutes")] = rules.confirmWithin().toMinutes();
        return messages.say(language, PREFIX + key, arguments);
    }

    /** The words that letters are written with now. */
    public String now(String key, Language language) {
        return wording.of(PREFIX + key, language).orElseGet(() -> original(key, language));
    }

    /** Writes words with the Centre's own text, or with ours; the arguments in the order of the placeholders. */
    String say(Language language, String key, Object... arguments) {
        return wording.of(PREFIX + key, language)
                .map(own -> filled(own, arguments))
                .orElseGet(() -> messages.say(language, PREFIX + key, arguments));
    }

    /** Words as somebody would read them on an invented day. */
    public String example(String words, Language language) {
        Object[] arguments = {
            messages.say(language, PREFIX + "example.day"),
            messages.say(language, PREFIX + "example.date"),
            "15:00",
            "https://pobach.example/visits/…",
            "BCDFGHJK",
            "+375 17 000-00-00",
            rules.confirmWithin().toMinutes()
        };
        return filled(words, arguments);
    }

    /** What hinders these words from being used, or empty. */
    public Optional<Wrong> wrong(String key, String words) {
        List<String> used = PLACE.matcher(words)
                .results()
                .map(place -> place.group(1).strip().toLowerCase(Locale.ROOT))
                .toList();
        Optional<Wrong> strange = used.stream()
                .filter(name -> !NAMES.contains(name))
                .findFirst()
                .map(name -> PRIVATE.contains(name)
                        ? new Wrong(Why.PRIVATE, "{" + name + "}")
                        : new Wrong(Why.UNKNOWN, "{" + name + "}"));
        if (strange.isPresent()) {
            return strange;
        }
        if (PLACE.matcher(words).replaceAll("").matches("(?s).*[{}].*")) {
            return Optional.of(new Wrong(Why.BRACE, ""));
        }
        if (ADDRESS.matcher(words).find()) {
            return Optional.of(new Wrong(Why.ADDRESS, "{link}"));
        }
        return missing(key, used).map(name -> new Wrong(Why.MISSING, "{" + name + "}"));
    }

    /** The day, the time and the link may not be left out where our own words have them. */
    private Optional<String> missing(String key, List<String> used) {
        String ours = original(key, Language.BE);
        boolean day = ours.contains("{day}") || ours.contains("{date}");
        if (day && !used.contains("day") && !used.contains("date")) {
            return Optional.of("day");
        }
        return NEEDED.stream()
                .filter(name -> ours.contains("{" + name + "}") && !used.contains(name))
                .findFirst();
    }

    /** Replaces the words of a key in one language, or takes ours again when they are the same. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(String key, Language language, String words) {
        if (words.equals(original(key, language))) {
            wording.drop(PREFIX + key, language);
        } else {
            wording.keep(PREFIX + key, language, words);
        }
    }

    private static String filled(String words, Object... arguments) {
        return PLACE.matcher(words).replaceAll(place -> {
            int at = NAMES.indexOf(place.group(1).strip().toLowerCase(Locale.ROOT));
            return Matcher.quoteReplacement(at < 0 ? place.group() : String.valueOf(arguments[at]));
        });
    }
}

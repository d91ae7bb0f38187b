package by.pobach.web;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every word of the interface: {@code by/pobach/<module>/messages.properties} (Belarusian), {@code messages_ru} and
 * {@code messages_en}, in UTF-8, found by themselves, one ICU pattern a key. Arguments are {@code {0}}, {@code {1}}, or
 * named when the only argument is a map. Java's own patterns know no «few» and swallow apostrophes, hence ICU.
 *
 * <p>A key that Belarusian has and another language lacks is in {@link #missing()}, which a test keeps empty; until it is
 * mended people read the Belarusian words rather than a key.
 *
 * <p>{@code messages_easy.properties} and {@code messages_easy_ru.properties} say some of the same keys in short and simple
 * words, for whoever chose them; what they leave out is said as to everybody.
 */
@Component("messageSource")
public class IcuMessages implements MessageSource {
    private static final String ALL = "classpath*:by/pobach/*/messages*.properties";

    private static final Pattern NAME = Pattern.compile("messages(_easy)?_?(.*)\\.properties");

    private final Map<Language, Map<String, Phrase>> phrases = new EnumMap<>(Language.class);
    private final Map<Language, Map<String, Phrase>> easy = new EnumMap<>(Language.class);

    public IcuMessages() {
        this(ALL);
    }

    IcuMessages(String pattern) {
        for (Language language : Language.values()) {
            phrases.put(language, new HashMap<>());
            easy.put(language, new HashMap<>());
        }
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                read(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One key in the language, with its arguments in place. Whoever reads this language in easy words gets them here, too:
     * in pages, and in the letters that follow from what they do. An unknown key is a mistake of ours and throws.
     */
    public String say(Language language, String key, Object... arguments) {
        Locale reader = LocaleContextHolder.getLocale();
        boolean easy = Language.isEasy(reader) && Language.of(reader) == language;
        return getMessage(key, arguments, easy ? reader : language.locale());
    }

    /** What is not said in every language, as {@code en:web.skip}. */
    public SortedSet<String> missing() {
        SortedSet<String> all = new TreeSet<>();
        phrases.values().forEach(said -> all.addAll(said.keySet()));
        SortedSet<String> missing = new TreeSet<>();
        phrases.forEach((language, said) -> all.stream()
                .filter(key -> !said.containsKey(key))
                .forEach(key -> missing.add(language.tag() + ":" + key)));
        return missing;
    }

    @Override
    public @Nullable String getMessage(
            String code, Object @Nullable [] args, @Nullable String defaultMessage, @Nullable Locale locale) {
        Phrase phrase = find(code, locale);
        return phrase == null ? defaultMessage : phrase.with(args);
    }

    @Override
    public String getMessage(String code, Object @Nullable [] args, @Nullable Locale locale) {
        Phrase phrase = find(code, locale);
        if (phrase == null) {
            throw new NoSuchMessageException(code, locale == null ? Language.BE.locale() : locale);
        }
        return phrase.with(args);
    }

    @Override
    public String getMessage(MessageSourceResolvable resolvable, @Nullable Locale locale) {
        String[] codes = resolvable.getCodes() == null ? new String[0] : resolvable.getCodes();
        for (String code : codes) {
            Phrase phrase = find(code, locale);
            if (phrase != null) {
                return phrase.with(resolvable.getArguments());
            }
        }
        if (resolvable.getDefaultMessage() != null) {
            return resolvable.getDefaultMessage();
        }
        throw new NoSuchMessageException(String.join(", ", codes));
    }

    private @Nullable Phrase find(String code, @Nullable Locale locale) {
        Language language = locale == null ? Language.BE : Language.of(locale);
        Phrase simple =
                locale != null && Language.isEasy(locale) ? of(easy, language).get(code) : null;
        if (simple != null) {
            return simple;
        }
        Phrase phrase = of(phrases, language).get(code);
        return phrase == null ? of(phrases, Language.BE).get(code) : phrase;
    }

    private static Map<String, Phrase> of(Map<Language, Map<String, Phrase>> words, Language language) {
        return words.getOrDefault(language, Map.of());
    }

    private void read(Resource file) throws IOException {
        Matcher name = NAME.matcher(String.valueOf(file.getFilename()));
        if (!name.matches()) {
            throw new IllegalStateException("not named as messages are: " + file);
        }
        var into = name.group(1) == null ? phrases : easy;
        Language language = Language.of(name.group(2));
        Properties words = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        words.forEach((key, pattern) -> add(into, language, (String) key, (String) pattern));
    }

    private static void add(Map<Language, Map<String, Phrase>> into, Language language, String key, String pattern) {
        Phrase before = of(into, language).putIfAbsent(key, Phrase.of(pattern, language));
        if (before != null) {
            throw new IllegalStateException("said twice in " + language.tag() + ": " + key);
        }
    }

    /** A parsed pattern; ICU formats are not safe to share, so only those with arguments pay for a lock. */
    private record Phrase(String text, @Nullable MessageFormat format) {

        static Phrase of(String pattern, Language language) {
            MessageFormat format = new MessageFormat(pattern, language.locale());
            return format.getArgumentNames().isEmpty()
                    ? new Phrase(format.format(new Object[0]), null)
                    : new Phrase(pattern, format);
        }

        String with(Object @Nullable [] arguments) {
            if (format == null) {
                return text;
            }
            Object given = arguments == null ? new Object[0] : arguments;
            if (arguments != null && arguments.length == 1 && arguments[0] instanceof Map<?, ?> named) {
                given = named;
            }
            synchronized (format) {
                return format.format(given);
            }
        }
    }
}

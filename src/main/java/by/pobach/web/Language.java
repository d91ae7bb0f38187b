package by.pobach.web;

import java.util.Locale;

/** The languages of the interface. They are equals; Belarusian is the first when nobody chose. */
public enum Language {
    BE,
    RU,
    EN;

    private static final String EASY = "easy";

    private final Locale locale = Locale.of(name().toLowerCase(Locale.ROOT));
    private final Locale easy =
            new Locale.Builder().setLocale(locale).setExtension('x', EASY).build();

    public Locale locale() {
        return locale;
    }

    /** The same language in short and simple words, where we have them; its words are the language's own elsewhere. */
    Locale easy() {
        return easy;
    }

    static boolean isEasy(Locale locale) {
        return EASY.equals(locale.getExtension('x'));
    }

    /** The tag used in URLs, HTML and the HTTP interface: be, ru or en. */
    public String tag() {
        return locale.getLanguage();
    }

    /** The language of a locale or tag; anything unknown is Belarusian. */
    public static Language of(Locale locale) {
        return of(locale.getLanguage());
    }

    public static Language of(String tag) {
        for (Language language : values()) {
            if (language.tag().equalsIgnoreCase(tag)) {
                return language;
            }
        }
        return BE;
    }
}

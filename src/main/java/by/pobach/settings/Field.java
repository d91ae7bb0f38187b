package by.pobach.settings;

import by.pobach.web.Choice;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One question of a form. Its label is the message {@code settings.<name>}, its hint {@code settings.<name>.hint}; in the
 * page its dots are hyphens.
 *
 * @param name such as {@code room.floor}
 * @param options to choose from, for {@code SELECT} and {@code TICKS}
 */
record Field(String name, Kind kind, boolean hinted, List<Choice> options) {
    private static final List<String> LANGUAGES = List.of("be", "ru", "en");

    /** {@code WORDS} and {@code PROSE} are asked in three languages side by side. */
    public enum Kind {
        TEXT,
        PROSE_LINE,
        WORDS,
        PROSE,
        NUMBER,
        DATE,
        TIME,
        EMAIL,
        SELECT,
        TICKS,
        TICK
    }

    static Field of(String name, Kind kind) {
        return new Field(name, kind, false, List.of());
    }

    static Field select(String name, List<Choice> options) {
        return new Field(name, Kind.SELECT, false, options);
    }

    static Field ticks(String name, List<Choice> options) {
        return new Field(name, Kind.TICKS, false, options);
    }

    /** The choices of an enumeration or list of codes: each is said by the message {@code prefix + code}. */
    static List<Choice> choices(String prefix, String... codes) {
        return Arrays.stream(codes).map(code -> Choice.key(code, prefix + code)).toList();
    }

    Field withHint() {
        return new Field(name, kind, true, options);
    }

    public String id() {
        return name.replace('.', '-');
    }

    public String label() {
        return "settings." + name;
    }

    public boolean inThreeLanguages() {
        return kind == Kind.WORDS || kind == Kind.PROSE;
    }

    /** Whoever sends what cannot be chosen has chosen nothing. */
    boolean allows(String text) {
        return options.isEmpty()
                || options.stream().anyMatch(choice -> choice.value().equals(text));
    }

    /** The names under which the page sends it. */
    Stream<String> ids() {
        return inThreeLanguages() ? LANGUAGES.stream().map(language -> id() + "-" + language) : Stream.of(id());
    }

    /** What is kept, as people read it: the options' own texts; what is said by a key stays a key. */
    List<Choice> chosen(String kept) {
        List<String> codes = Arrays.stream(kept.split(",", -1)).toList();
        return options.stream().filter(choice -> codes.contains(choice.value())).collect(Collectors.toList());
    }
}

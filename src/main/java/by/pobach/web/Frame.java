package by.pobach.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every page knows, as {@code ${frame}}.
 *
 * @param demo whether this installation shows invented people only
 * @param here the path asked for, with its query, without the language
 * @param centre the foot of the page, or null while nobody knows it
 * @param look classes of the page for whoever chose how it looks, or empty
 */
public record Frame(Language language, boolean demo, String here, FooterFacts.@Nullable Facts centre, String look) {
    static final String NAME = "frame";

    /** A link of the language switch. */
    public record Switch(Language language, String href, boolean current) {}

    /** Whether the reader chose short and simple words; English has none. */
    public boolean easy() {
        return language != Language.EN && look.contains("words-easy");
    }

    public boolean hasEasyWords() {
        return language != Language.EN;
    }

    /** The same page in easy words, or back in everybody's. */
    public String otherWords() {
        return otherWords(here);
    }

    public String otherWords(String address) {
        return address + (address.contains("?") ? "&" : "?") + "words=" + (easy() ? "all" : "easy");
    }

    public List<Switch> switches() {
        return switches(here);
    }

    /** The same page in each language, by an address that shows it. */
    public List<Switch> switches(String address) {
        String joint = address.contains("?") ? "&" : "?";
        return Arrays.stream(Language.values())
                .map(to -> new Switch(to, address + joint + "lang=" + to.tag(), to == language))
                .toList();
    }
}

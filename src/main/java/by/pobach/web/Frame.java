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
 */
public record Frame(Language language, boolean demo, String here, FooterFacts.@Nullable Facts centre) {
    static final String NAME = "frame";

    /** A link of the language switch. */
    public record Switch(Language language, String href, boolean current) {}

    public List<Switch> switches() {
        String joint = here.contains("?") ? "&" : "?";
        return Arrays.stream(Language.values())
                .map(to -> new Switch(to, here + joint + "lang=" + to.tag(), to == language))
                .toList();
    }
}

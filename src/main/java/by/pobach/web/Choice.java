package by.pobach.web;

import org.jspecify.annotations.Nullable;

/**
 * One answer among several in a form: said by a message key, or by text that is already in the reader's language.
 *
 * @param hint text under the label, or null
 */
public record Choice(
        String value,
        @Nullable String key,
        @Nullable String text,
        @Nullable String hint) {

    public static Choice key(String value, String key) {
        return new Choice(value, key, null, null);
    }

    public static Choice text(String value, String text) {
        return new Choice(value, null, text, null);
    }

    public Choice withHint(String words) {
        return new Choice(value, key, text, words);
    }
}

package by.pobach.consent;

import by.pobach.consent.Agreement.Text;
import java.util.List;

/**
 * The words of the consents, whole files in each language ({@code text-2026-11.be.html}), one part for each purpose. A change of the
 * words is a new version beside the old one: whoever agreed, agreed to the words of then.
 */
final class Texts {
    static final String NEWEST = "2026-11";

    /** Every version that anybody may have signed, the newest last. */
    static final List<String> VERSIONS = List.of(NEWEST);

    private Texts() {}

    static boolean known(Text text) {
        return VERSIONS.contains(text.version()) && Texts.class.getResource(file(text) + ".html") != null;
    }

    static String file(Text text) {
        return "text-" + text.version() + "." + text.language().tag();
    }
}

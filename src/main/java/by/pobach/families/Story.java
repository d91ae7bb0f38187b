package by.pobach.families;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the family told once, and nobody asks again.
 *
 * @param told the words of each part that was told
 * @param needs what a visit must have, by the codes of the search for a time
 */
record Story(Map<Part, String> told, Set<String> needs) {

    /** One question, answered in as many words as one wishes. */
    public enum Part {
        /** In the family’s own words. */
        STORY,
        LIKES,
        YES,
        NO,
        STOP,
        /** How the child asks for help. */
        HELP,
        /** What helps. */
        HELPS;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public String of(Part part) {
        return told.getOrDefault(part, "");
    }

    public boolean isEmpty() {
        return told.isEmpty() && needs.isEmpty();
    }
}

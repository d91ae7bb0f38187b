package by.pobach.consent;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a consent is for. Each is asked for by itself: whoever agrees to one has agreed to no other. */
enum Purpose {
    /** To hand the child on to another place that helps. */
    REFERRAL,
    /** To let another place know what helps the child. */
    SHARING,
    PHOTO,
    /** To tell others of what the child managed. */
    STORY,
    STUDY;

    /** As in the database, in addresses and in message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Purpose> of(String word) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.word().equals(word))
                .findFirst();
    }
}

package by.pobach.people;

import by.pobach.web.Language;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The person who books: how to call and how to reach them, nothing else.
 *
 * @param email or {@code phone} is present, either is enough
 * @param phone E.164
 * @param tellBy how the person wants to hear from us
 */
public record Person(
        UUID id,
        String name,
        @Nullable String email,
        @Nullable String phone,
        Language language,
        TellBy tellBy) {

    public enum TellBy {
        MAIL,
        SMS,
        CALL
    }
}

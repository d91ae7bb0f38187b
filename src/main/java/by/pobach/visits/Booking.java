package by.pobach.visits;

import by.pobach.offers.Need;
import by.pobach.offers.Place;
import by.pobach.offers.Service;
import by.pobach.people.Person.TellBy;
import by.pobach.web.Language;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wish for one visit, checked for form but not yet for time.
 *
 * @param start must lie on the service's step
 * @param specialist null means whoever is free
 */
public record Booking(
        Service service,
        Place place,
        Instant start,
        @Nullable UUID specialist,
        String name,
        @Nullable String email,
        @Nullable String phone,
        TellBy tellBy,
        Language language,
        List<Child> children,
        Set<Need> needs,
        @Nullable String note) {

    /** What a child likes to be called, and the age in years; both are optional. */
    record Child(@Nullable String calledBy, @Nullable Integer age) {}

    /** The contact that limits and codes go by: the e-mail address, else the phone number. */
    String contact() {
        return email != null ? email : String.valueOf(phone);
    }

    /** All of it as one text, for telling a repeated form from another one under the same key. */
    String canonical() {
        return String.join(
                "\u0000",
                service.id(),
                place.code(),
                start.toString(),
                String.valueOf(specialist),
                name,
                String.valueOf(email),
                String.valueOf(phone),
                tellBy.name(),
                language.tag(),
                children.toString(),
                needs.stream().sorted().toList().toString(),
                String.valueOf(note));
    }
}

package by.pobach.desk;

import by.pobach.letters.Letters;
import by.pobach.letters.ToTell;
import by.pobach.people.Contact;
import by.pobach.people.Person;
import by.pobach.people.Persons;
import by.pobach.visits.Visit;
import by.pobach.visits.Visits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people have to be told by a voice: whom, what, and how soon. However many there are, it takes three queries. */
@Component
class DeskTellings {
    /** A family that leaves home in two days must hear of a change before anybody else. */
    private static final Duration SOON = Duration.ofHours(48);

    private static final Set<String> CHANGES =
            Set.of("booked", "moved", "cancelled", "confirm", "restored", "replaced", "shifted", "different");

    private final Letters letters;
    private final Visits visits;
    private final Persons persons;
    private final Clock clock;

    /**
     * Words to say, with whom they are for.
     *
     * @param hours until the visit begins; negative when it has begun
     * @param visit null when it is about something else
     */
    record Telling(
            ToTell letter,
            String to,
            boolean mail,
            @Nullable String name,
            boolean texts,
            @Nullable Visit visit,
            long hours) {

        public String change() {
            return CHANGES.contains(letter.kind()) ? letter.kind() : "other";
        }
    }

    DeskTellings(Letters letters, Visits visits, Persons persons, Clock clock) {
        this.letters = letters;
        this.visits = visits;
        this.persons = persons;
        this.clock = clock;
    }

    /** All of them, the oldest first. */
    List<Telling> all() {
        List<ToTell> toTell = letters.toTell();
        Map<UUID, Visit> about = visits.find(toTell.stream().map(ToTell::about).toList());
        Map<UUID, Person> people =
                persons.find(about.values().stream().map(Visit::person).toList());
        return toTell.stream()
                .map(letter -> telling(letter, about.get(letter.about()), people))
                .toList();
    }

    /** Those about visits that begin within 48 hours or are going on, the soonest first. */
    List<Telling> soon() {
        Instant now = clock.instant();
        return all().stream()
                .filter(telling -> telling.visit() != null
                        && telling.visit().end().isAfter(now)
                        && telling.visit().start().isBefore(now.plus(SOON)))
                .sorted(Comparator.comparing(Telling::hours))
                .toList();
    }

    private Telling telling(ToTell letter, @Nullable Visit visit, Map<UUID, Person> people) {
        boolean mail = letter.to().contains("@");
        Person person = visit == null ? null : people.get(visit.person());
        return new Telling(
                letter,
                mail ? letter.to() : Contact.shown(letter.to()),
                mail,
                person == null ? null : person.name(),
                !mail && Contact.takesTexts(letter.to()),
                visit,
                visit == null
                        ? Long.MAX_VALUE
                        : Math.floorDiv(
                                Duration.between(clock.instant(), visit.start()).toMinutes(), 60L));
    }
}

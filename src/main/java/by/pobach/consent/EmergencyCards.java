package by.pobach.consent;

import by.pobach.families.Access;
import by.pobach.families.Action;
import by.pobach.families.Bonds;
import by.pobach.families.Children;
import by.pobach.families.Who;
import by.pobach.people.Persons;
import by.pobach.places.Centre;
import by.pobach.web.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What to know in the first minute about a child who is expected here today; for anybody of the staff, in one tap, and noted. */
@Component
class EmergencyCards {
    private static final Duration A_LOOK = Duration.ofMinutes(1);

    private final ExpectedToday expected;
    private final Access access;
    private final Bonds bonds;
    private final Children children;
    private final Persons persons;
    private final Centre centre;
    private final Clock clock;

    EmergencyCards(
            ExpectedToday expected,
            Access access,
            Bonds bonds,
            Children children,
            Persons persons,
            Centre centre,
            Clock clock) {
        this.expected = expected;
        this.access = access;
        this.bonds = bonds;
        this.children = children;
        this.persons = persons;
        this.centre = centre;
        this.clock = clock;
    }

    record Guardian(String name, @Nullable String phone) {}

    record Card(Children.FirstAid child, List<Guardian> guardians) {}

    List<ExpectedToday.Expected> today() {
        return expected.on(LocalDate.now(clock.withZone(centre.facts().zone())));
    }

    /**
     * Empty when the child is not expected today, or is one’s own relative. The child is the asker’s work for this transaction
     * alone, so that both walls let this one look through.
     */
    @Transactional
    Optional<Card> open(UUID me, UUID child) {
        if (today().stream().noneMatch(one -> one.child().equals(child))) {
            return Optional.empty();
        }
        UUID look = Ids.next();
        bonds.assign(child, me, "danger", look, clock.instant().plus(A_LOOK));
        boolean allowed = access.open(
                        Action.SEE_STORY, child, by.pobach.families.Purpose.EMERGENCY, "open-emergency-card", look)
                .allowed();
        Optional<Card> card =
                allowed ? children.firstAid(child).map(aid -> new Card(aid, guardians(child))) : Optional.empty();
        bonds.endAssignments(child, look);
        return card;
    }

    private List<Guardian> guardians(UUID child) {
        return bonds.answering(child).keySet().stream()
                .filter(person ->
                        access.may(new Who.Kin(person), Action.KNOW, child).allowed())
                .flatMap(person -> persons.find(person).stream())
                .map(person -> new Guardian(person.name(), person.phone()))
                .toList();
    }
}

package by.pobach.consent;

import by.pobach.families.Access;
import by.pobach.families.Action;
import by.pobach.families.Bonds;
import by.pobach.families.Child;
import by.pobach.families.Children;
import by.pobach.families.Decision;
import by.pobach.families.Decision.Refused;
import by.pobach.families.Who;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a family, or whoever’s work a child is, does with its consents: each act asks first and is one transaction. */
@Component
class Agreeing {
    private final Consents consents;
    private final Access access;
    private final Bonds bonds;
    private final Children children;

    Agreeing(Consents consents, Access access, Bonds bonds, Children children) {
        this.consents = consents;
        this.access = access;
        this.bonds = bonds;
        this.children = children;
    }

    /** What somebody gets who asked. */
    sealed interface Answer<T> {
        record Open<T>(T it) implements Answer<T> {}

        record Closed<T>(Refused why) implements Answer<T> {}
    }

    record Seen(Child child, List<Kept> all, boolean maySteer, boolean frozen, Map<UUID, String> guardians) {}

    /** @param uses when something was done on its strength */
    record Kept(Consent consent, Consents.State state, List<java.time.Instant> uses) {}

    @Transactional
    Answer<Seen> see(UUID id) {
        Who who = Who.now();
        boolean kin = who instanceof Who.Kin;
        var purpose = kin ? by.pobach.families.Purpose.OWN_FAMILY : by.pobach.families.Purpose.COORDINATION;
        Decision decision = access.open(reading(who), id, purpose, "see-consents", null);
        return answer(decision, () -> children.find(id).map(child -> seen(who, child)));
    }

    private Seen seen(Who who, Child child) {
        List<Kept> all = consents.of(child.id()).stream()
                .map(one -> new Kept(one, consents.state(one), consents.uses(one.id())))
                .toList();
        boolean steers = access.may(who, steering(who), child.id()).allowed();
        return new Seen(child, all, steers, bonds.disagreed(child.id()), bonds.answering(child.id()));
    }

    /** On screen by the giver, or on paper by whoever’s work the child is; {@link Consents} asks whether it is the giver’s. */
    @Transactional
    Answer<Outcome> give(Agreement agreement) {
        Who who = Who.now();
        Action needed = who instanceof Who.Colleague ? steering(who) : reading(who);
        return answer(access.may(who, needed, agreement.child()), () -> Optional.of(consents.give(agreement)));
    }

    @Transactional
    Answer<Withdrawing> withdraw(UUID child, UUID id) {
        Who who = Who.now();
        return answer(access.may(who, steering(who), child), () -> Optional.of(consents.withdraw(child, id, who)));
    }

    /** A family’s consents are for those who answer for the child, not for its teacher. */
    private static Action reading(Who who) {
        return who instanceof Who.Colleague ? Action.SEE_STORY : Action.SEE_LOG;
    }

    private static Action steering(Who who) {
        return who instanceof Who.Colleague ? Action.CHANGE_STORY : Action.STEER;
    }

    private static <T> Answer<T> answer(Decision decision, Supplier<Optional<T>> act) {
        return switch (decision) {
            case Refused refused -> new Answer.Closed<>(refused);
            case Decision.Allowed _ ->
                act.get()
                        .<Answer<T>>map(Answer.Open::new)
                        .orElseGet(() -> new Answer.Closed<>(new Refused(Decision.Rule.NO_SUCH_CHILD)));
        };
    }
}

package by.pobach.consent;

import by.pobach.consent.Agreement.Assent;
import by.pobach.families.Access;
import by.pobach.families.Action;
import by.pobach.families.Bonds;
import by.pobach.families.Decision;
import by.pobach.families.Who;
import by.pobach.journal.Journal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to what families agree to. Whatever leaves the house takes a {@link Proof}, and only this class makes one: code that
 * forgot to ask does not compile.
 */
@Component
class Consents {
    private final ConsentTable table;
    private final Access access;
    private final Bonds bonds;
    private final Journal journal;
    private final Clock clock;

    Consents(ConsentTable table, Access access, Bonds bonds, Journal journal, Clock clock) {
        this.table = table;
        this.access = access;
        this.bonds = bonds;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * That a family agrees, as it was in the transaction that holds this. Not to be kept for later: ask again at the next use.
     */
    public static final class Proof {
        private final UUID consent;
        private final UUID child;
        private final Purpose purpose;

        private Proof(UUID consent, UUID child, Purpose purpose) {
            this.consent = consent;
            this.child = child;
            this.purpose = purpose;
        }

        public UUID consent() {
            return consent;
        }

        /** Refuses, with an {@link IllegalArgumentException}, to stand for another child or purpose than it was made for. */
        public Proof of(Purpose wanted, UUID ofChild) {
            if (wanted != purpose || !ofChild.equals(child)) {
                throw new IllegalArgumentException("a consent for one thing is none for another");
            }
            return this;
        }
    }

    /** Keeps what somebody agrees to, after asking whether it is theirs. The no of a child is kept too. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome give(Agreement agreement) {
        table.lock(agreement.child());
        Optional<Outcome> refusal = refusal(agreement);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        UUID id = by.pobach.web.Ids.next();
        String bond = bonds.answering(agreement.child()).getOrDefault(agreement.giver(), "");
        table.add(id, agreement, bond);
        journal.note(agreement.child(), "give-consent", purposeOfNow(), id);
        return agreement.assent() == Assent.NO ? new Outcome.ChildSaidNo() : new Outcome.Accepted(id);
    }

    private Optional<Outcome> refusal(Agreement agreement) {
        Decision decision = access.may(new Who.Kin(agreement.giver()), Action.STEER, agreement.child());
        if (decision instanceof Decision.Refused(var by)) {
            return Optional.of(
                    by == Decision.Rule.THE_YOUNG_PERSON_DECIDES
                            ? new Outcome.YoungPersonDecides()
                            : new Outcome.NotYours());
        }
        if (bonds.disagreed(agreement.child())) {
            return Optional.of(new Outcome.Frozen());
        }
        if (!Texts.known(agreement.text())) {
            return Optional.of(new Outcome.TextUnknown());
        }
        if (!agreement.until().isAfter(agreement.since()) || !agreement.until().isAfter(clock.instant())) {
            return Optional.of(new Outcome.Over());
        }
        return agreement.assent() == Assent.NOT_ASKED && agreement.because().isBlank()
                ? Optional.of(new Outcome.ReasonMissing())
                : Optional.empty();
    }

    /**
     * Acts at once: no proof is given from this transaction’s commit on. It waits for those who are using one now. Whoever steers
     * may take back what another guardian gave; of the staff, whoever’s work the child is writes down what the family says.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Withdrawing withdraw(UUID child, UUID id, Who by) {
        table.lock(child);
        Action needed = by instanceof Who.Colleague ? Action.CHANGE_STORY : Action.STEER;
        boolean known = table.of(child).stream().anyMatch(one -> one.id().equals(id));
        if (!known || !access.may(by, needed, child).allowed()) {
            return new Withdrawing.NotYours();
        }
        if (!table.withdraw(id)) {
            return new Withdrawing.WithdrawnBefore();
        }
        journal.note(child, "withdraw-consent", purposeOfNow(), id);
        return new Withdrawing.Withdrawn(table.uses(id));
    }

    /**
     * That a consent stands now: it has not ended, nobody took it back, the child has not said no since, the guardians do not
     * disagree, and whoever gave it still answers for the child. Using it is kept, so that a family that takes it back hears what
     * cannot be called back.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Proof> proof(Purpose purpose, UUID child, String recipient) {
        table.lockForUse(child);
        Optional<Consent> standing = standing(purpose, child, recipient);
        standing.ifPresent(consent -> table.use(consent.id()));
        return standing.map(consent -> new Proof(consent.id(), child, purpose));
    }

    private Optional<Consent> standing(Purpose purpose, UUID child, String recipient) {
        if (bonds.disagreed(child)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return table.of(child, purpose, recipient).stream()
                .takeWhile(consent -> consent.of().assent() != Assent.NO)
                .filter(consent -> consent.stands(now) && stillSteers(consent))
                .findFirst();
    }

    private boolean stillSteers(Consent consent) {
        return access.may(
                        new Who.Kin(consent.of().giver()),
                        Action.STEER,
                        consent.of().child())
                .allowed();
    }

    /** All that was ever agreed to, the newest first. The caller has asked whether it may be read. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Consent> of(UUID child) {
        return table.of(child);
    }

    /** How a consent stands now, as a family reads it. */
    enum State {
        STANDS,
        WITHDRAWN,
        CHILD_SAID_NO,
        ENDED,
        /** Whoever gave it no longer decides for the child, or the guardians disagree: nothing is handed on. */
        RESTS;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    State state(Consent consent) {
        if (consent.withdrawn() != null) {
            return State.WITHDRAWN;
        }
        if (consent.of().assent() == Assent.NO) {
            return State.CHILD_SAID_NO;
        }
        if (!consent.of().until().isAfter(clock.instant())) {
            return State.ENDED;
        }
        boolean counts = stillSteers(consent) && !bonds.disagreed(consent.of().child());
        return counts ? State.STANDS : State.RESTS;
    }

    /** When something was done on the strength of it. */
    List<Instant> uses(UUID consent) {
        return table.uses(consent);
    }

    private static String purposeOfNow() {
        return (Who.now() instanceof Who.Kin
                        ? by.pobach.families.Purpose.OWN_FAMILY
                        : by.pobach.families.Purpose.COORDINATION)
                .word();
    }
}

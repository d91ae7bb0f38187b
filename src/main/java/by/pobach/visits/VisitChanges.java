package by.pobach.visits;

import by.pobach.diary.Diary;
import by.pobach.diary.HoldOutcome;
import by.pobach.diary.Proposal;
import by.pobach.diary.Slot;
import by.pobach.offers.Alternatives;
import by.pobach.offers.Fault;
import by.pobach.offers.Offers;
import by.pobach.offers.Service;
import by.pobach.offers.Services;
import by.pobach.offers.Starts;
import by.pobach.offers.Wish;
import by.pobach.places.Centre;
import by.pobach.visits.Outcome.Booked;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of a visit after it was promised: moved, cancelled, taken back, confirmed, held. Each change is a step with its author. */
@Component
public class VisitChanges {
    /** Steps after which the visit was promised to somebody who can be reached. */
    private static final Set<String> PROMISED = Set.of("booked", "confirmed");

    private final Rounds rounds;
    private final Offers offers;
    private final Alternatives alternatives;
    private final Diary diary;
    private final VisitTable table;
    private final InterpreterSearch interpreters;
    private final VisitKeys keys;
    private final VisitLetters letters;
    private final VisitRules rules;
    private final Starts starts;
    private final Services services;
    private final Centre centre;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ObjectProvider<VisitWatcher> watchers;

    VisitChanges(
            Rounds rounds,
            Offers offers,
            Alternatives alternatives,
            Diary diary,
            VisitTable table,
            InterpreterSearch interpreters,
            VisitKeys keys,
            VisitLetters letters,
            VisitRules rules,
            Starts starts,
            Services services,
            Centre centre,
            PlatformTransactionManager transactions,
            Clock clock,
            ObjectProvider<VisitWatcher> watchers) {
        this.rounds = rounds;
        this.offers = offers;
        this.alternatives = alternatives;
        this.diary = diary;
        this.table = table;
        this.interpreters = interpreters;
        this.keys = keys;
        this.letters = letters;
        this.rules = rules;
        this.starts = starts;
        this.services = services;
        this.centre = centre;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.watchers = watchers;
    }

    /** Moves a visit; when the new time is taken, the old one stays. */
    public Outcome move(Visit visit, Instant start, @Nullable UUID specialist) {
        Service service = services.find(visit.service()).orElseThrow();
        if (!visit.canMove(clock.instant())) {
            return new Outcome.TooLate();
        }
        UUID with = specialist == null ? visit.specialist() : specialist;
        Optional<Fault> fault = starts.fault(service, with, start);
        if (fault.isPresent()) {
            return new Outcome.Invalid(List.of(fault.get()));
        }
        Wish wish = wishToMove(visit, service, with, start);
        return rounds.keep(wish, start, proposal -> keepMoved(visit.id(), proposal))
                .orElseGet(() -> new Outcome.Taken(alternatives.around(wish, start)));
    }

    /** A wish around a visit, for which its own time counts as free. */
    public Wish wishToMove(Visit visit, Service service, @Nullable UUID specialist, Instant start) {
        LocalDate day = LocalDate.ofInstant(start, centre.facts().zone());
        List<Slot> own = diary.heldFor(visit.id());
        return new Wish(service, visit.place(), specialist, visit.needs(), day, day.plusDays(1), own);
    }

    private Optional<Outcome> keepMoved(UUID id, Proposal proposal) {
        Visit now = table.lock(id).orElseThrow();
        return now.stands()
                ? keepAt(now, proposal, "moved", VisitLetters.Kind.MOVED).map(Outcome.class::cast)
                : Optional.of(new Outcome.TooLate());
    }

    /**
     * Gives a locked visit what the proposal takes, in the caller's transaction: the one door through which a visit gets
     * another time or other people.
     *
     * @param what the step in its history
     * @return empty when somebody took a part of it; then the caller must roll back
     */
    Optional<Booked> keepAt(Visit now, Proposal proposal, String what, VisitLetters.Kind said) {
        diary.release(now.id());
        return diary.hold(now.id(), "visit", null, proposal.slots()) instanceof HoldOutcome.Taken
                ? Optional.empty()
                : Optional.of(stands(now.at(proposal, offers.crew(proposal)), what, said));
    }

    /** Writes down a visit whose time is held, and tells the family. */
    private Booked stands(Visit visit, String what, VisitLetters.Kind changed) {
        VisitLetters.Kind said = visit.state() == Visit.State.ASKED ? VisitLetters.Kind.CONFIRM : changed;
        table.moved(visit);
        table.step(visit.id(), what, null);
        interpreters.endFor(visit);
        interpreters.beginFor(visit);
        watchers.forEach(watcher -> watcher.stands(visit));
        String token = keys.token(visit);
        letters.tell(visit, token, said);
        return new Booked(visit, token);
    }

    /**
     * Cancels a visit; a second time changes nothing. Its time stays held while the cancellation can be taken back and is
     * free for others after that; at once where nothing was promised yet. False when the visit is over.
     */
    public boolean cancel(Visit visit, @Nullable String reason) {
        Instant undoUntil = clock.instant().plus(rules.undo());
        return cancel(visit, reason, id -> diary.expire(id, undoUntil));
    }

    /** Cancels a visit for a program, which has no undo: its time is free for others at once. */
    boolean cancelAndGiveBack(Visit visit, @Nullable String reason) {
        return cancel(visit, reason, diary::release);
    }

    private boolean cancel(Visit visit, @Nullable String reason, Consumer<UUID> letGo) {
        Boolean done = transaction.execute(status -> {
            Visit now = table.lock(visit.id()).orElseThrow();
            if (now.stands()) {
                if (now.state() == Visit.State.ASKED) {
                    diary.release(now.id());
                } else {
                    letGo.accept(now.id());
                }
                table.becomes(now.id(), Visit.State.CANCELLED);
                table.step(now.id(), "cancelled", reason);
                interpreters.endFor(now);
                watchers.forEach(watcher -> watcher.ended(now));
                letters.tell(table.find(now.id()).orElseThrow(), keys.token(now), VisitLetters.Kind.CANCELLED);
            }
            return now.stands() || now.state() == Visit.State.CANCELLED;
        });
        return Boolean.TRUE.equals(done);
    }

    /** Whether the time of a cancelled visit still waits for its undo. */
    public boolean isHeld(Visit visit) {
        return visit.state() == Visit.State.CANCELLED
                && !diary.heldFor(visit.id()).isEmpty();
    }

    /** Gives the time of a cancelled visit to others at once: somebody waits for it on the phone. False when it has none. */
    public boolean giveBack(Visit visit) {
        Boolean done = transaction.execute(status -> {
            Visit now = table.lock(visit.id()).orElseThrow();
            boolean given = now.state() == Visit.State.CANCELLED
                    && !diary.release(now.id()).isEmpty();
            if (given) {
                table.step(now.id(), "given-back", null);
            }
            return given;
        });
        return Boolean.TRUE.equals(done);
    }

    /** Whether a cancellation can still be taken back. What was only asked for was never promised, so nothing comes back. */
    public boolean canRestore(Visit visit) {
        return visit.canBeRestored(clock.instant(), rules.undo())
                && table.steps(visit.id()).stream().anyMatch(step -> PROMISED.contains(step.what()));
    }

    /** Takes a cancellation back: the time is still held for it, or is taken anew if nobody has it. */
    public Outcome restore(Visit visit) {
        if (!canRestore(visit)) {
            return new Outcome.TooLate();
        }
        Optional<Outcome> stillHeld = transaction.execute(status -> keepHeld(visit.id()));
        if (stillHeld != null && stillHeld.isPresent()) {
            return stillHeld.get();
        }
        Service service = services.find(visit.service()).orElseThrow();
        Wish wish = wishToMove(visit, service, visit.specialist(), visit.start());
        return rounds.keep(wish, visit.start(), proposal -> keepRestored(visit.id(), proposal))
                .orElseGet(() -> new Outcome.Taken(alternatives.around(wish, visit.start())));
    }

    private Optional<Outcome> keepHeld(UUID id) {
        Visit now = table.lock(id).orElseThrow();
        if (now.state() == Visit.State.CANCELLED && !awayMeanwhile(id) && diary.keep(id)) {
            return Optional.of(stands(now.restored(), "restored", VisitLetters.Kind.RESTORED));
        }
        return Optional.empty();
    }

    private boolean awayMeanwhile(UUID id) {
        return diary.heldFor(id).stream()
                .anyMatch(slot ->
                        !diary.absences(slot.resource(), slot.from(), slot.to()).isEmpty());
    }

    private Optional<Outcome> keepRestored(UUID id, Proposal proposal) {
        Visit now = table.lock(id).orElseThrow();
        return now.state() == Visit.State.CANCELLED
                ? keepAt(now, proposal, "restored", VisitLetters.Kind.RESTORED).map(Outcome.class::cast)
                : Optional.of(new Booked(now, keys.token(now)));
    }

    /**
     * Tells the family in the desk's own words what is different this time; the same words again tell nobody twice.
     *
     * @param words at most 500 characters, or null when all is as usual
     * @return false when the visit does not stand or has begun
     */
    public boolean differ(UUID id, @Nullable String words) {
        Boolean done = transaction.execute(status -> {
            Visit now = table.lock(id).orElseThrow();
            boolean may = now.canMove(clock.instant());
            if (may && !Objects.equals(now.different(), words)) {
                Visit different = now.withDifferent(words);
                table.keepDifferent(different);
                table.step(id, words == null ? "as-usual" : "different", words);
                letters.tell(different, keys.token(different), VisitLetters.Kind.DIFFERENT, stillAsked(id));
            }
            return may;
        });
        return Boolean.TRUE.equals(done);
    }

    /** A substitute or a new time that the family has not answered is said again together with what is different. */
    private VisitLetters.Kind stillAsked(UUID id) {
        return Substitutes.asked(table.steps(id))
                .map(what -> what.equals("shifted") ? VisitLetters.Kind.SHIFTED : VisitLetters.Kind.REPLACED)
                .orElse(VisitLetters.Kind.DIFFERENT);
    }

    /** Follows the link of a visit that had to be confirmed. */
    boolean confirm(Visit visit) {
        Boolean done = transaction.execute(status -> {
            Visit now = table.lock(visit.id()).orElseThrow();
            if (now.state() != Visit.State.ASKED || !diary.keep(now.id())) {
                return now.state() == Visit.State.BOOKED;
            }
            table.becomes(now.id(), Visit.State.BOOKED);
            table.step(now.id(), "confirmed", null);
            letters.tell(table.find(now.id()).orElseThrow(), keys.token(now), VisitLetters.Kind.BOOKED);
            return true;
        });
        return Boolean.TRUE.equals(done);
    }

    /** What happened on the day: came, late, no-show, or back to booked when the desk pressed the wrong button. */
    public boolean happened(UUID id, Visit.State state) {
        Boolean done = transaction.execute(status -> {
            Visit now = table.lock(id).orElseThrow();
            boolean may = now.state() != Visit.State.CANCELLED && now.state() != Visit.State.LAPSED;
            if (may && now.state() != state) {
                table.becomes(id, state);
                table.step(id, state.code(), null);
            }
            return may;
        });
        return Boolean.TRUE.equals(done);
    }
}

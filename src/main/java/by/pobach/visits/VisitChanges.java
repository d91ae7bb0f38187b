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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of a visit after it was promised: moved, cancelled, taken back, confirmed, held. Each change is a step with its author. */
@Component
public class VisitChanges {
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
            Clock clock) {
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
        return rounds.keep(wish, start, proposal -> keepMoved(visit.id(), proposal, "moved"))
                .orElseGet(() -> new Outcome.Taken(alternatives.around(wish, start)));
    }

    /** A wish around a visit, for which its own time counts as free. */
    public Wish wishToMove(Visit visit, Service service, @Nullable UUID specialist, Instant start) {
        LocalDate day = LocalDate.ofInstant(start, centre.facts().zone());
        List<Slot> own = diary.heldFor(visit.id());
        return new Wish(service, visit.place(), specialist, visit.needs(), day, day.plusDays(1), own);
    }

    private Optional<Outcome> keepMoved(UUID id, Proposal proposal, String what) {
        Visit now = table.lock(id).orElseThrow();
        if (what.equals("moved") && !now.stands()) {
            return Optional.of(new Outcome.TooLate());
        }
        diary.release(id);
        if (diary.hold(id, "visit", null, proposal.slots()) instanceof HoldOutcome.Taken) {
            return Optional.empty();
        }
        Visit moved = now.at(proposal, offers.crew(proposal));
        table.moved(moved);
        table.step(id, what, null);
        interpreters.endFor(moved);
        interpreters.beginFor(moved);
        String token = keys.token(moved);
        letters.tell(moved, token, VisitLetters.Kind.MOVED);
        return Optional.of(new Booked(moved, token));
    }

    /** Cancels a visit and gives its time back at once; a second time changes nothing. False when it is over. */
    public boolean cancel(Visit visit, @Nullable String reason) {
        Boolean done = transaction.execute(status -> {
            Visit now = table.lock(visit.id()).orElseThrow();
            if (now.stands()) {
                diary.release(now.id());
                table.becomes(now.id(), Visit.State.CANCELLED);
                table.step(now.id(), "cancelled", reason);
                interpreters.endFor(now);
                letters.tell(table.find(now.id()).orElseThrow(), keys.token(now), VisitLetters.Kind.CANCELLED);
            }
            return now.stands() || now.state() == Visit.State.CANCELLED;
        });
        return Boolean.TRUE.equals(done);
    }

    /** Takes a cancellation back: the same time with the same specialist, if nobody took it meanwhile. */
    public Outcome restore(Visit visit) {
        if (!visit.canBeRestored(clock.instant(), rules.undo())) {
            return new Outcome.TooLate();
        }
        Service service = services.find(visit.service()).orElseThrow();
        Wish wish = wishToMove(visit, service, visit.specialist(), visit.start());
        return rounds.keep(wish, visit.start(), proposal -> keepRestored(visit.id(), proposal))
                .orElseGet(() -> new Outcome.Taken(alternatives.around(wish, visit.start())));
    }

    private Optional<Outcome> keepRestored(UUID id, Proposal proposal) {
        Visit now = table.lock(id).orElseThrow();
        return now.state() == Visit.State.CANCELLED
                ? keepMoved(id, proposal, "restored")
                : Optional.of(new Booked(now, keys.token(now)));
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

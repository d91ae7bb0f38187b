package by.pobach.visits;

import by.pobach.diary.Diary;
import by.pobach.diary.Proposal;
import by.pobach.diary.Slot;
import by.pobach.offers.Alternatives;
import by.pobach.offers.Service;
import by.pobach.offers.Services;
import by.pobach.offers.Times;
import by.pobach.offers.Wish;
import by.pobach.web.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What becomes of a visit when somebody it was promised with is away: the same time with another person, or another time.
 * What it holds is given up only in the transaction that takes the new. The family is told and asked whether it suits.
 */
@Component
public class Substitutes {
    /** Steps that ask the family whether the change suits; anything after them is the answer. */
    private static final Set<String> ASKING = Set.of("replaced", "other-interpreter", "shifted");

    private static final String AGREED = "agreed";

    /** Steps that ask nothing and answer nothing. */
    private static final Set<String> BESIDE = Set.of("interpreter", "different", "as-usual");

    private final VisitChanges changes;
    private final Rounds rounds;
    private final Alternatives alternatives;
    private final Diary diary;
    private final VisitTable table;
    private final Tasks tasks;
    private final Services services;
    private final Times times;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Substitutes(
            VisitChanges changes,
            Rounds rounds,
            Alternatives alternatives,
            Diary diary,
            VisitTable table,
            Tasks tasks,
            Services services,
            Times times,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.changes = changes;
        this.rounds = rounds;
        this.alternatives = alternatives;
        this.diary = diary;
        this.table = table;
        this.tasks = tasks;
        this.services = services;
        this.times = times;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** What the visit needs at that start with this specialist, or anybody; what it holds counts as free, but for who is away. */
    public Wish wish(Visit visit, @Nullable UUID specialist, Instant start) {
        Service service = services.find(visit.service()).orElseThrow();
        LocalDate day = LocalDate.ofInstant(start, times.zone());
        List<Slot> own = diary.heldFor(visit.id()).stream()
                .filter(slot ->
                        diary.absences(slot.resource(), slot.from(), slot.to()).isEmpty())
                .toList();
        return new Wish(service, visit.place(), specialist, visit.needs(), day, day.plusDays(1), own);
    }

    /**
     * Gives the visit another person, another time, or both, and tells the family.
     *
     * @param seen the visit as whoever decides saw it: changed meanwhile, it is left as it is ({@link Outcome.TooLate})
     * @param also runs in the same transaction with the changed visit
     */
    public Outcome change(Visit seen, Instant start, UUID specialist, Consumer<Visit> also) {
        if (!seen.canMove(clock.instant()) || !start.isAfter(clock.instant())) {
            return new Outcome.TooLate();
        }
        Wish wish = wish(seen, specialist, start);
        return rounds.keep(wish, start, proposal -> keepChanged(seen, proposal, also))
                .orElseGet(() -> new Outcome.Taken(alternatives.around(wish, start)));
    }

    private Optional<Outcome> keepChanged(Visit seen, Proposal proposal, Consumer<Visit> also) {
        Visit now = table.lock(seen.id()).orElseThrow();
        if (!now.stands() || now.revision() != seen.revision()) {
            return Optional.of(new Outcome.TooLate());
        }
        boolean sameTime = now.start().equals(proposal.start());
        VisitLetters.Kind said = sameTime ? VisitLetters.Kind.REPLACED : VisitLetters.Kind.SHIFTED;
        return changes.keepAt(now, proposal, what(now, proposal), said).map(booked -> {
            also.accept(booked.visit());
            return booked;
        });
    }

    private static String what(Visit before, Proposal after) {
        if (!before.start().equals(after.start())) {
            return "shifted";
        }
        return before.specialist().equals(after.key()) ? "other-interpreter" : "replaced";
    }

    /**
     * Leaves the visit its time and makes a task of the desk: call the family today. A second time makes no second task.
     *
     * @return false when the visit was changed meanwhile
     */
    public boolean call(Visit seen, Consumer<Visit> also) {
        Boolean done = transaction.execute(status -> {
            Visit now = table.lock(seen.id()).orElseThrow();
            boolean may = now.stands() && now.revision() == seen.revision();
            if (may && !tasks.isOpen(Task.Kind.AWAY, now.id())) {
                tasks.add(new Task(
                        Ids.next(), Task.Kind.AWAY, now.id(), now.person(), null, times.today(), clock.instant()));
            }
            if (may) {
                also.accept(now);
            }
            return may;
        });
        return Boolean.TRUE.equals(done);
    }

    /** Who was away is there after all: about this visit nobody is to be called. */
    public void noCall(UUID visit) {
        transaction.executeWithoutResult(status -> tasks.dropCall(visit));
    }

    /** The family says that the change suits. Saying it twice changes nothing. */
    void agree(Visit visit) {
        transaction.executeWithoutResult(status -> {
            Visit now = table.lock(visit.id()).orElseThrow();
            if (now.stands() && unanswered(now).isPresent()) {
                table.step(now.id(), AGREED, null);
            }
        });
    }

    /** The change that the family has not answered yet, as its step is called; empty when nothing is asked. */
    Optional<String> unanswered(Visit visit) {
        return visit.canMove(clock.instant()) ? asked(table.steps(visit.id())) : Optional.empty();
    }

    /** The same, of a visit ahead with this history. */
    static Optional<String> asked(List<VisitTable.Step> history) {
        return history.stream()
                .map(VisitTable.Step::what)
                .filter(what -> !BESIDE.contains(what))
                .reduce((earlier, later) -> later)
                .filter(ASKING::contains);
    }
}

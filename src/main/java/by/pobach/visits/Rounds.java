package by.pobach.visits;

import by.pobach.diary.Diary;
import by.pobach.diary.Proposal;
import by.pobach.diary.Search;
import by.pobach.offers.Crews;
import by.pobach.offers.Wish;
import by.pobach.visits.Outcome.Booked;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Turns a wish for a start into a kept promise: memory proposes who and what it takes, one transaction tries to keep it,
 * and whoever loses a race gets another proposal, and a refusal only when the database has none left.
 */
@Component
class Rounds {
    /** More rounds than this mean that something is wrong: each round costs somebody else a booking. */
    private static final int MOST = 100;

    private final Crews crews;
    private final Diary diary;
    private final TransactionTemplate transaction;

    Rounds(Crews crews, Diary diary, PlatformTransactionManager transactions) {
        this.crews = crews;
        this.diary = diary;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Runs the work with proposals until one of them goes through; empty when nobody is free at that start. */
    Optional<Outcome> keep(Wish wish, Instant start, Function<Proposal, Optional<Outcome>> work) {
        return crews.bestFirst(wish).stream()
                .map(search -> keep(search, wish.from(), start, work))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Outcome> keep(
            Search search, LocalDate day, Instant start, Function<Proposal, Optional<Outcome>> work) {
        Search mixed = Crews.shuffled(search);
        boolean read = false;
        for (int round = 0; round < MOST; round++) {
            Optional<Proposal> proposal = diary.propose(mixed, start);
            if (proposal.isPresent()) {
                Optional<Outcome> done = tryOnce(() -> work.apply(proposal.get()));
                if (done.isPresent()) {
                    return done;
                }
            } else if (read) {
                return Optional.empty();
            }
            diary.refresh(mixed, day);
            read = true;
        }
        return Optional.empty();
    }

    /** One transaction; what comes back empty is rolled back. A deadlock is one more lost round, not an error. */
    private Optional<Outcome> tryOnce(Supplier<Optional<Outcome>> work) {
        try {
            Optional<Outcome> done = transaction.execute(status -> {
                Optional<Outcome> outcome = work.get();
                if (outcome.filter(Booked.class::isInstance).isEmpty()) {
                    status.setRollbackOnly();
                }
                return outcome;
            });
            return done == null ? Optional.empty() : done;
        } catch (PessimisticLockingFailureException deadlock) {
            return Optional.empty();
        }
    }
}

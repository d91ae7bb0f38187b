package by.pobach.visits;

import by.pobach.diary.Diary;
import by.pobach.letters.Letters;
import by.pobach.people.Persons;
import by.pobach.web.Actor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps what was promised about keeping: names and contacts go some days after the visit, unconfirmed times are given back.
 * Each visit is a transaction of its own, so that a stop in the middle loses nothing and blocks nobody.
 */
@Component
class Retention {
    static final String JOB = "job:retention";
    private static final Duration KEYS_KEPT = Duration.ofDays(7);

    private final VisitTable table;
    private final Tasks tasks;
    private final Persons persons;
    private final Letters letters;
    private final Diary diary;
    private final Limits limits;
    private final VisitRules rules;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Retention(
            VisitTable table,
            Tasks tasks,
            Persons persons,
            Letters letters,
            Diary diary,
            Limits limits,
            VisitRules rules,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.tasks = tasks;
        this.persons = persons;
        this.letters = letters;
        this.diary = diary;
        this.limits = limits;
        this.rules = rules;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** On one node at a time, whichever it is. */
    @Configuration(proxyBeanMethods = false)
    static class Jobs {
        @Bean
        RecurringTask<Void> eraseOldVisits(Retention retention) {
            return com.github.kagkarlsson.scheduler.task.helper.Tasks.recurring("visits-erase", FixedDelay.ofHours(1))
                    .execute((instance, context) -> retention.erase());
        }

        @Bean
        RecurringTask<Void> lapseUnconfirmedVisits(Retention retention) {
            return com.github.kagkarlsson.scheduler.task.helper.Tasks.recurring("visits-lapse", FixedDelay.ofMinutes(1))
                    .execute((instance, context) -> retention.lapse());
        }
    }

    /** Erases what is old enough, batch by batch until nothing is left, and the keys of forms nobody sends again. */
    void erase() {
        Actor.as(JOB, () -> {
            Instant now = clock.instant();
            Instant before = now.minus(rules.eraseAfter());
            List<Visit> old = table.toErase(before);
            while (!old.isEmpty()) {
                old.forEach(visit -> transaction.executeWithoutResult(status -> erase(visit)));
                old = table.toErase(before);
            }
            tasks.toErase(before).forEach(task -> transaction.executeWithoutResult(status -> eraseWish(task)));
            transaction.executeWithoutResult(status -> {
                table.forgetKeys(now.minus(KEYS_KEPT));
                limits.forgetOld();
            });
        });
    }

    private void erase(Visit visit) {
        table.erase(visit.id());
        persons.erase(visit.person());
        letters.forget(visit.id());
        tasks.forget(visit.id());
    }

    private void eraseWish(Task wish) {
        if (wish.person() != null) {
            persons.erase(wish.person());
        }
        tasks.erase(wish.id());
    }

    /** Gives back the time of visits that nobody confirmed. */
    void lapse() {
        Actor.as(JOB, () -> {
            diary.releaseExpired();
            table.unconfirmed(clock.instant().minus(rules.confirmWithin()))
                    .forEach(id -> transaction.executeWithoutResult(status -> lapse(id)));
        });
    }

    private void lapse(UUID id) {
        table.lock(id).filter(visit -> visit.state() == Visit.State.ASKED).ifPresent(visit -> {
            diary.release(id);
            table.becomes(id, Visit.State.LAPSED);
            table.step(id, "lapsed", null);
            tasks.dropInterpreterSearch(id);
        });
    }
}

package by.pobach.cover;

import by.pobach.cover.Absence.Why;
import by.pobach.cover.Affected.Told;
import by.pobach.cover.CoverOutcome.ChangedMeanwhile;
import by.pobach.cover.CoverOutcome.Closed;
import by.pobach.cover.CoverOutcome.Done;
import by.pobach.cover.CoverOutcome.Faster;
import by.pobach.cover.CoverOutcome.Overlaps;
import by.pobach.cover.CoverOutcome.Undecided;
import by.pobach.cover.CoverOutcome.Untold;
import by.pobach.cover.Hit.Decision;
import by.pobach.cover.Option.Chosen;
import by.pobach.diary.Diary;
import by.pobach.diary.Slot;
import by.pobach.letters.Letters;
import by.pobach.letters.ToTell;
import by.pobach.visits.Outcome;
import by.pobach.visits.Substitutes;
import by.pobach.visits.Visit;
import by.pobach.web.Actor;
import by.pobach.web.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The door to cases: somebody is away, what is decided for each visit, who was told, and when it is over. */
@Component
class Covers {
    private static final Duration SHOWN_AFTER_CLOSING = Duration.ofDays(14);

    private final CoverTable table;
    private final Whom whom;
    private final Substitutes substitutes;
    private final Letters letters;
    private final Diary diary;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Covers(
            CoverTable table,
            Whom whom,
            Substitutes substitutes,
            Letters letters,
            Diary diary,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.table = table;
        this.whom = whom;
        this.substitutes = substitutes;
        this.letters = letters;
        this.diary = diary;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    Optional<Absence> find(UUID id) {
        return table.find(id);
    }

    /** Open cases, and those closed within two weeks. */
    List<Absence> all() {
        return table.openOrClosedSince(clock.instant().minus(SHOWN_AFTER_CLOSING));
    }

    /**
     * Notes an absence in the diary and the visits it hits; the case instead that it has, or an open one that touches that
     * time already.
     *
     * @param noted an absence of this person that stands in the diary already, such as the desk noted it: it becomes the
     *     case's own and gets its range
     */
    Absence open(UUID who, Instant from, Instant to, @Nullable Why why, Optional<UUID> noted) {
        return inOne(() -> {
            UUID id = noted.flatMap(diary::absence)
                    .filter(absence -> absence.slot().resource().equals(who))
                    .map(Diary.Absence::id)
                    .orElseGet(Ids::next);
            if (!table.open(id, who, from, to, why)) {
                return table.find(id).or(() -> table.openOf(who, from, to, id)).orElseThrow();
            }
            diary.absent(id, new Slot(who, from, to));
            Absence absence = table.find(id).orElseThrow();
            whom.hitNow(absence).forEach(visit -> table.hit(id, visit));
            return absence;
        });
    }

    /** Who was away comes back earlier or later. Visits that were changed already stay as they are. */
    CoverOutcome until(UUID id, Instant end) {
        return inOne(() -> {
            Absence absence = table.lock(id).orElseThrow();
            Instant to = end.isBefore(absence.from()) ? absence.from() : end;
            if (!absence.isOpen()) {
                return new Closed();
            }
            if (table.openOf(absence.who(), absence.from(), to, id).isPresent()) {
                return new Overlaps();
            }
            table.until(id, to);
            if (to.equals(absence.from())) {
                diary.present(id);
            } else {
                diary.absent(id, new Slot(absence.who(), absence.from(), to));
            }
            Absence changed = table.find(id).orElseThrow();
            whom.hitNow(changed).forEach(visit -> table.hit(id, visit));
            endCalls(changed);
            return new Done();
        });
    }

    /** Who was away is back at work, now. What was not changed yet simply stands; the case closes if everybody knows the rest. */
    CoverOutcome back(UUID id) {
        return inOne(() -> {
            Absence absence = table.lock(id).orElseThrow();
            Instant now = clock.instant();
            CoverOutcome outcome = until(id, now.isBefore(absence.to()) ? now : absence.to());
            if (outcome instanceof Done) {
                closeIfKnown(id);
            }
            return outcome;
        });
    }

    /** Wherever it is taken back, in the same transaction: the absence never was, and what was not changed yet simply stands. */
    @EventListener
    void takenBack(Diary.TakenBack event) {
        UUID id = event.absence();
        transaction.executeWithoutResult(status -> {
            if (table.lock(id).filter(Absence::isOpen).isPresent()) {
                table.takenBack(id);
                endCalls(table.find(id).orElseThrow());
                closeIfKnown(id);
            }
        });
    }

    /** Of visits that the absence left as they were, nobody is to be called any more. */
    private void endCalls(Absence absence) {
        whom.of(absence).stream()
                .filter(affected -> affected.told() == Told.UNTOUCHED)
                .map(affected -> affected.visit().id())
                .filter(visit -> !table.calledElsewhere(visit, absence.id()))
                .forEach(substitutes::noCall);
    }

    /** A family that was told of no change yet keeps the case open, whoever is back. */
    private void closeIfKnown(UUID id) {
        Absence absence = table.find(id).orElseThrow();
        if (absence.isOpen() && whom.of(absence).stream().noneMatch(Affected::untold)) {
            table.close(id);
        }
    }

    /** What was chosen for one visit, in a transaction of its own: all of it, or the visit is as it was. */
    CoverOutcome decide(Absence absence, UUID visit, int revision, Optional<Chosen> chosen) {
        Optional<Affected> now = whom.one(absence, visit);
        if (!absence.isOpen()) {
            return new Closed();
        }
        if (now.isEmpty() || now.get().visit().revision() != revision) {
            return new ChangedMeanwhile();
        }
        return chosen.map(choice -> change(absence, now.get(), choice)).orElseGet(() -> call(absence, now.get()));
    }

    private CoverOutcome change(Absence absence, Affected now, Chosen choice) {
        Visit seen = now.visit();
        Outcome outcome = substitutes.change(
                seen, choice.start(), choice.specialist(), changed -> keep(absence, seen, decision(now, choice)));
        return switch (outcome) {
            case Outcome.Booked _ -> new Done();
            case Outcome.Taken _ -> taken(absence, seen);
            case Outcome.Invalid _ -> new Faster();
            case Outcome.TooLate _ -> new ChangedMeanwhile();
            case Outcome.KeyReused _ -> new ChangedMeanwhile();
            case Outcome.TooMany _ -> new ChangedMeanwhile();
        };
    }

    /** Taken by a family, or by a colleague who decided the same for this very visit. */
    private CoverOutcome taken(Absence absence, Visit seen) {
        return whom.one(absence, seen.id())
                .filter(now -> now.visit().revision() == seen.revision())
                .<CoverOutcome>map(now -> new Faster())
                .orElseGet(ChangedMeanwhile::new);
    }

    private static Decision decision(Affected now, Chosen choice) {
        boolean sameTime = choice.start().equals(now.visit().start());
        boolean asItWas = choice.start().equals(now.hit().start())
                && choice.specialist().equals(now.hit().specialist())
                && !now.undecided();
        return asItWas ? Decision.BACK : sameTime ? Decision.SUBSTITUTE : Decision.TIME;
    }

    private CoverOutcome call(Absence absence, Affected now) {
        return substitutes.call(now.visit(), visit -> keep(absence, visit, Decision.CALL))
                ? new Done()
                : new ChangedMeanwhile();
    }

    private void keep(Absence absence, Visit before, Decision decision) {
        table.hit(absence.id(), before);
        table.decided(absence.id(), before.id(), decision);
    }

    /** The signed-in colleague has told the family of the visit as it is at this revision. */
    CoverOutcome told(Absence absence, UUID visit, int revision) {
        if (!Actor.current().startsWith("staff:")) {
            throw new IllegalStateException("only a named person can have told something, not " + Actor.current());
        }
        return inOne(() -> {
            Optional<Affected> now = whom.one(absence, visit);
            if (now.isEmpty() || now.get().visit().revision() != revision) {
                return new ChangedMeanwhile();
            }
            if (now.get().undecided() && now.get().visit().start().isAfter(clock.instant())) {
                return new Undecided();
            }
            table.hit(absence.id(), now.get().visit());
            table.told(absence.id(), visit, revision);
            letters.toTell().stream()
                    .filter(letter -> letter.about().equals(visit))
                    .map(ToTell::letterId)
                    .forEach(letters::told);
            return new Done();
        });
    }

    /** Closes the case if everybody knows; otherwise says who does not. */
    CoverOutcome close(UUID id) {
        return inOne(() -> {
            Absence absence = table.lock(id).orElseThrow();
            List<Affected> untold =
                    whom.of(absence).stream().filter(Affected::untold).toList();
            if (!untold.isEmpty()) {
                return new Untold(untold);
            }
            if (absence.isOpen()) {
                table.close(id);
            }
            return new Done();
        });
    }

    CoverOutcome reopen(UUID id) {
        return inOne(() -> {
            Absence absence = table.lock(id).orElseThrow();
            if (table.openOf(absence.who(), absence.from(), absence.to(), id).isPresent()) {
                return new Overlaps();
            }
            table.reopen(id);
            return new Done();
        });
    }

    private <T> T inOne(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}

package by.pobach.visits;

import by.pobach.diary.Diary;
import by.pobach.diary.HoldOutcome;
import by.pobach.diary.Proposal;
import by.pobach.diary.Search;
import by.pobach.diary.Slot;
import by.pobach.people.Person;
import by.pobach.people.Persons;
import by.pobach.places.Centre;
import by.pobach.places.WorkingCalendar;
import by.pobach.visits.Outcome.Booked;
import by.pobach.web.Ids;
import by.pobach.web.Language;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door to visits: booking, moving, cancelling. Memory proposes who and what a visit takes; one transaction holds all of
 * it, keeps the visit, posts the letter and binds the form's key, or does nothing. Whoever loses a race gets another
 * proposal, and a refusal only when the database has none left.
 */
@Component
class Visits {
    /** More rounds than this mean that something is wrong: each round costs somebody else a booking. */
    private static final int ROUNDS = 100;

    private final Crews crews;
    private final Offers offers;
    private final Alternatives alternatives;
    private final Diary diary;
    private final VisitTable table;
    private final Tasks tasks;
    private final VisitKeys keys;
    private final VisitLetters letters;
    private final Persons persons;
    private final Limits limits;
    private final VisitRules rules;
    private final Starts starts;
    private final Services services;
    private final Centre centre;
    private final WorkingCalendar calendar;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Visits(
            Crews crews,
            Offers offers,
            Alternatives alternatives,
            Diary diary,
            VisitTable table,
            Tasks tasks,
            VisitKeys keys,
            VisitLetters letters,
            Persons persons,
            Limits limits,
            VisitRules rules,
            Starts starts,
            Services services,
            Centre centre,
            WorkingCalendar calendar,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.crews = crews;
        this.offers = offers;
        this.alternatives = alternatives;
        this.diary = diary;
        this.table = table;
        this.tasks = tasks;
        this.keys = keys;
        this.letters = letters;
        this.persons = persons;
        this.limits = limits;
        this.rules = rules;
        this.starts = starts;
        this.services = services;
        this.centre = centre;
        this.calendar = calendar;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Books a visit.
     *
     * @param key the form's or program's own key: the same key and form again give the same visit, however often
     * @param consent the text that was agreed to, or null where staff took the booking on the phone
     */
    Outcome book(Booking booking, String key, @Nullable String consent) {
        byte[] keyHash = VisitKeys.hash(key);
        byte[] bodyHash = VisitKeys.hash(booking.canonical());
        if (!limits.mayTry(booking.contact())) {
            return repeated(keyHash, bodyHash).orElseGet(() -> new Outcome.TooMany(Duration.ofMinutes(1)));
        }
        Optional<Outcome.Fault> fault = starts.fault(booking.service(), booking.specialist(), booking.start());
        if (fault.isPresent()) {
            return repeated(keyHash, bodyHash).orElseGet(() -> new Outcome.Invalid(List.of(fault.get())));
        }
        Wish wish = wishOf(booking);
        Optional<Outcome> done =
                hold(wish, booking.start(), proposal -> keepNew(booking, proposal, keyHash, bodyHash, consent));
        return done.or(() -> repeated(keyHash, bodyHash))
                .orElseGet(() -> new Outcome.Taken(alternatives.around(wish, booking.start())));
    }

    private Wish wishOf(Booking booking) {
        LocalDate day = LocalDate.ofInstant(booking.start(), centre.facts().zone());
        return new Wish(
                booking.service(),
                booking.place(),
                booking.specialist(),
                booking.needs(),
                day,
                day.plusDays(1),
                List.of());
    }

    /** Runs the work with proposals until one of them goes through; empty when nobody is free at that start. */
    private Optional<Outcome> hold(Wish wish, Instant start, Function<Proposal, Optional<Outcome>> work) {
        Optional<Outcome> done = hold(crews.search(wish), wish.from(), start, work);
        return done.isEmpty() && wish.needs().contains(Need.SIGN_INTERPRETER)
                ? hold(crews.searchWithoutInterpreter(wish), wish.from(), start, work)
                : done;
    }

    private Optional<Outcome> hold(
            Search search, LocalDate day, Instant start, Function<Proposal, Optional<Outcome>> work) {
        Search mixed = Crews.shuffled(search);
        boolean read = false;
        for (int round = 0; round < ROUNDS; round++) {
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
    private Optional<Outcome> tryOnce(java.util.function.Supplier<Optional<Outcome>> work) {
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

    private Optional<Outcome> keepNew(
            Booking booking, Proposal proposal, byte[] keyHash, byte[] bodyHash, @Nullable String consent) {
        UUID id = Ids.next();
        if (!table.bind(keyHash, bodyHash, id)) {
            return repeated(keyHash, bodyHash);
        }
        byte[] contact = keys.contact(booking.contact());
        if (rules.limits() && table.futureVisits(contact, clock.instant()) >= rules.futureVisits()) {
            return Optional.of(new Outcome.TooMany(Duration.ofHours(1)));
        }
        boolean confirmed = !limits.rush(table);
        Instant expires = confirmed ? null : clock.instant().plus(rules.confirmWithin());
        if (diary.hold(id, "visit", expires, proposal.slots()) instanceof HoldOutcome.Taken) {
            return Optional.empty();
        }
        Visit visit = visit(id, booking, proposal, confirmed ? Visit.State.BOOKED : Visit.State.ASKED);
        persons.keep(new Person(
                visit.person(),
                booking.name(),
                booking.email(),
                booking.phone(),
                booking.language(),
                booking.tellBy()));
        String token = keys.token(id, 0);
        table.add(
                visit,
                VisitKeys.hash(token),
                contact,
                consent,
                booking.language().tag());
        table.addChildren(id, booking.children());
        seekInterpreter(visit);
        if (!confirmed) {
            tellStaffOfRush();
        }
        letters.tell(visit, token, confirmed ? VisitLetters.Kind.BOOKED : VisitLetters.Kind.CONFIRM);
        return Optional.of(new Booked(visit, token));
    }

    private Visit visit(UUID id, Booking booking, Proposal proposal, Visit.State state) {
        Offers.Crew crew = offers.crew(proposal);
        return new Visit(
                id,
                booking.service().id(),
                booking.place(),
                proposal.start(),
                proposal.end(),
                proposal.key(),
                crew.room(),
                crew.interpreter(),
                crew.devices(),
                booking.needs(),
                Ids.next(),
                booking.note(),
                state,
                0,
                0,
                keys.code(id),
                clock.instant(),
                null);
    }

    private void seekInterpreter(Visit visit) {
        if (visit.needs().contains(Need.SIGN_INTERPRETER)
                && visit.interpreter() == null
                && !offers.signs(visit.specialist())) {
            tasks.add(new Task(
                    Ids.next(), Task.Kind.INTERPRETER, visit.id(), visit.person(), null, answerDay(), clock.instant()));
        }
    }

    private void tellStaffOfRush() {
        if (!tasks.isOpen(Task.Kind.RUSH)) {
            tasks.add(new Task(Ids.next(), Task.Kind.RUSH, null, null, null, today(), clock.instant()));
        }
    }

    /** The day until which the desk promises an answer. */
    LocalDate answerDay() {
        return calendar.workingDaysAfter(today(), rules.answerDays());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), centre.facts().zone());
    }

    /** What this key was bound to before, if it was. */
    private Optional<Outcome> repeated(byte[] keyHash, byte[] bodyHash) {
        return table.bound(keyHash).map(bound -> {
            if (!Arrays.equals(bound.bodyHash(), bodyHash)) {
                return new Outcome.KeyReused();
            }
            Visit visit = table.find(bound.visit()).orElseThrow();
            return new Booked(visit, keys.token(visit.id(), visit.generation()));
        });
    }

    /** Nobody for whom no time suited goes away empty: a task of the desk with a promised day. */
    LocalDate wishForAnotherTime(Person person, String words) {
        LocalDate due = answerDay();
        transaction.executeWithoutResult(status -> {
            persons.keep(person);
            tasks.add(new Task(Ids.next(), Task.Kind.WISH, null, person.id(), words, due, clock.instant()));
        });
        return due;
    }

    /** The visit behind a link. Nothing else finds a visit for somebody without an account. */
    Optional<Visit> behind(String token) {
        return VisitKeys.looksLikeToken(token) ? table.byToken(VisitKeys.hash(token)) : Optional.empty();
    }

    /** The link of the visit with this code, if it was made with this contact. */
    Optional<String> linkFor(String code, String contact) {
        return table.byCode(code, keys.contact(contact)).map(this::token);
    }

    String token(Visit visit) {
        return keys.token(visit.id(), visit.generation());
    }

    Optional<Visit> find(UUID id) {
        return table.find(id);
    }

    List<VisitTable.Step> history(Visit visit) {
        return table.steps(visit.id());
    }

    /** Moves a visit; when the new time is taken, the old one stays. */
    Outcome move(Visit visit, Instant start, @Nullable UUID specialist) {
        Service service = services.find(visit.service()).orElseThrow();
        if (!visit.canMove(clock.instant())) {
            return new Outcome.TooLate();
        }
        UUID with = specialist == null ? visit.specialist() : specialist;
        Optional<Outcome.Fault> fault = starts.fault(service, with, start);
        if (fault.isPresent()) {
            return new Outcome.Invalid(List.of(fault.get()));
        }
        Wish wish = wishToMove(visit, service, with, start);
        return hold(wish, start, proposal -> keepMoved(visit.id(), proposal, "moved"))
                .orElseGet(() -> new Outcome.Taken(alternatives.around(wish, start)));
    }

    /** A wish around a visit, for which its own time counts as free. */
    Wish wishToMove(Visit visit, Service service, @Nullable UUID specialist, Instant start) {
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
        tasks.dropInterpreterSearch(id);
        seekInterpreter(moved);
        String token = token(moved);
        letters.tell(moved, token, VisitLetters.Kind.MOVED);
        return Optional.of(new Booked(moved, token));
    }

    /** Cancels a visit and gives its time back at once; a second time changes nothing. False when it is over. */
    boolean cancel(Visit visit, @Nullable String reason) {
        Boolean done = transaction.execute(status -> {
            Visit now = table.lock(visit.id()).orElseThrow();
            if (now.stands()) {
                diary.release(now.id());
                table.becomes(now.id(), Visit.State.CANCELLED);
                table.step(now.id(), "cancelled", reason);
                tasks.dropInterpreterSearch(now.id());
                letters.tell(table.find(now.id()).orElseThrow(), token(now), VisitLetters.Kind.CANCELLED);
            }
            return now.stands() || now.state() == Visit.State.CANCELLED;
        });
        return Boolean.TRUE.equals(done);
    }

    /** Takes a cancellation back: the same time with the same specialist, if nobody took it meanwhile. */
    Outcome restore(Visit visit) {
        if (!visit.canBeRestored(clock.instant(), rules.undo())) {
            return new Outcome.TooLate();
        }
        Service service = services.find(visit.service()).orElseThrow();
        Wish wish = wishToMove(visit, service, visit.specialist(), visit.start());
        return hold(wish, visit.start(), proposal -> keepRestored(visit.id(), proposal))
                .orElseGet(() -> new Outcome.Taken(alternatives.around(wish, visit.start())));
    }

    private Optional<Outcome> keepRestored(UUID id, Proposal proposal) {
        Visit now = table.lock(id).orElseThrow();
        return now.state() == Visit.State.CANCELLED
                ? keepMoved(id, proposal, "restored")
                : Optional.of(new Booked(now, token(now)));
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
            letters.tell(table.find(now.id()).orElseThrow(), token(now), VisitLetters.Kind.BOOKED);
            return true;
        });
        return Boolean.TRUE.equals(done);
    }

    /** What happened on the day: came, late, no-show, or back to booked when the desk pressed the wrong button. */
    boolean happened(UUID id, Visit.State state) {
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

    /** The visits of a half-open range of instants, by start. */
    List<Visit> between(Instant from, Instant to) {
        return table.between(from, to);
    }

    Language languageOf(Visit visit) {
        return persons.find(visit.person()).map(Person::language).orElse(Language.BE);
    }
}

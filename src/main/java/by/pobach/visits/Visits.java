package by.pobach.visits;

import by.pobach.diary.Diary;
import by.pobach.diary.HoldOutcome;
import by.pobach.diary.Proposal;
import by.pobach.offers.Alternatives;
import by.pobach.offers.Fault;
import by.pobach.offers.Offers;
import by.pobach.offers.Starts;
import by.pobach.offers.Times;
import by.pobach.offers.Wish;
import by.pobach.people.Person;
import by.pobach.people.Persons;
import by.pobach.visits.Outcome.Booked;
import by.pobach.web.Ids;
import by.pobach.web.Language;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The door to visits: booking them and finding them again. What becomes of one later is in {@link VisitChanges}. */
@Component
public class Visits {
    private final Rounds rounds;
    private final Offers offers;
    private final Alternatives alternatives;
    private final Diary diary;
    private final VisitTable table;
    private final Tasks tasks;
    private final InterpreterSearch interpreters;
    private final VisitKeys keys;
    private final VisitLetters letters;
    private final Persons persons;
    private final Limits limits;
    private final VisitRules rules;
    private final Starts starts;
    private final Times times;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Visits(
            Rounds rounds,
            Offers offers,
            Alternatives alternatives,
            Diary diary,
            VisitTable table,
            Tasks tasks,
            InterpreterSearch interpreters,
            VisitKeys keys,
            VisitLetters letters,
            Persons persons,
            Limits limits,
            VisitRules rules,
            Starts starts,
            Times times,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rounds = rounds;
        this.offers = offers;
        this.alternatives = alternatives;
        this.diary = diary;
        this.table = table;
        this.tasks = tasks;
        this.interpreters = interpreters;
        this.keys = keys;
        this.letters = letters;
        this.persons = persons;
        this.limits = limits;
        this.rules = rules;
        this.starts = starts;
        this.times = times;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Books a visit.
     *
     * @param key the form's or program's own key: the same key and form again give the same visit, however often
     * @param consent the text that was agreed to, or null where staff took the booking on the phone
     */
    public Outcome book(Booking booking, String key, @Nullable String consent) {
        byte[] keyHash = VisitKeys.hash(key);
        byte[] bodyHash = VisitKeys.hash(booking.canonical());
        if (!limits.mayTry(booking.contact())) {
            return repeated(keyHash, bodyHash).orElseGet(() -> new Outcome.TooMany(Duration.ofMinutes(1)));
        }
        Optional<Fault> fault = starts.fault(booking.service(), booking.specialist(), booking.start());
        if (fault.isPresent()) {
            return repeated(keyHash, bodyHash).orElseGet(() -> new Outcome.Invalid(List.of(fault.get())));
        }
        Wish wish = wishOf(booking);
        Optional<Outcome> done =
                rounds.keep(wish, booking.start(), proposal -> keepNew(booking, proposal, keyHash, bodyHash, consent));
        return done.or(() -> repeated(keyHash, bodyHash))
                .orElseGet(() -> new Outcome.Taken(alternatives.around(wish, booking.start())));
    }

    private Wish wishOf(Booking booking) {
        LocalDate day = LocalDate.ofInstant(booking.start(), times.zone());
        return new Wish(
                booking.service(),
                booking.place(),
                booking.specialist(),
                booking.needs(),
                day,
                day.plusDays(1),
                List.of());
    }

    private Optional<Outcome> keepNew(
            Booking booking, Proposal proposal, byte[] keyHash, byte[] bodyHash, @Nullable String consent) {
        UUID id = Ids.next();
        if (!table.bind(keyHash, bodyHash, id)) {
            return repeated(keyHash, bodyHash);
        }
        VisitKeys.Contacts contacts = keys.contacts(booking);
        if (rules.limits() && table.futureVisits(contacts.first(), clock.instant()) >= rules.futureVisits()) {
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
                contacts,
                consent,
                booking.language().tag());
        table.addChildren(id, booking.children());
        interpreters.beginFor(visit);
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
                null,
                state,
                0,
                0,
                keys.code(id),
                clock.instant(),
                null);
    }

    private void tellStaffOfRush() {
        if (!tasks.isOpen(Task.Kind.RUSH)) {
            tasks.add(new Task(Ids.next(), Task.Kind.RUSH, null, null, null, times.today(), clock.instant()));
        }
    }

    /** What this key was bound to before, if it was. */
    private Optional<Outcome> repeated(byte[] keyHash, byte[] bodyHash) {
        return table.bound(keyHash).map(bound -> {
            if (!Arrays.equals(bound.bodyHash(), bodyHash)) {
                return new Outcome.KeyReused();
            }
            Visit visit = table.find(bound.visit()).orElseThrow();
            return new Booked(visit, keys.token(visit));
        });
    }

    /** Nobody for whom no time suited goes away empty: a task of the desk with a promised day. */
    LocalDate wishForAnotherTime(Person person, String words, String consent) {
        LocalDate due = times.answerDay();
        transaction.executeWithoutResult(status -> {
            persons.keep(person);
            Task wish = new Task(Ids.next(), Task.Kind.WISH, null, person.id(), words, due, clock.instant());
            tasks.add(wish);
            tasks.agreed(wish.id(), consent);
        });
        return due;
    }

    /** The visit behind a link. Nothing else finds a visit for somebody without an account. */
    public Optional<Visit> behind(String token) {
        return VisitKeys.looksLikeToken(token) ? table.byToken(VisitKeys.hash(token)) : Optional.empty();
    }

    /** The link of the visit with this code, if it was made with this contact. */
    Optional<String> linkFor(String code, String contact) {
        return table.byCode(code, keys.contact(contact)).map(this::token);
    }

    String token(Visit visit) {
        return keys.token(visit);
    }

    public Optional<Visit> find(UUID id) {
        return table.find(id);
    }

    /** Those of the ids that are known, by id, in one query. */
    public Map<UUID, Visit> find(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : table.find(ids).stream().collect(Collectors.toMap(Visit::id, Function.identity()));
    }

    public List<VisitTable.Step> history(Visit visit) {
        return table.steps(visit.id());
    }

    /** Whether anybody was ever promised anything here. */
    public boolean any() {
        return table.any();
    }

    /** The visits of a half-open range of instants, by start. */
    public List<Visit> between(Instant from, Instant to) {
        return table.between(from, to);
    }

    Language languageOf(Visit visit) {
        return persons.find(visit.person()).map(Person::language).orElse(Language.BE);
    }
}

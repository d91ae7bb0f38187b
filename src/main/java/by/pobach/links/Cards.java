package by.pobach.links;

import by.pobach.people.Accounts;
import by.pobach.people.Person;
import by.pobach.people.Persons;
import by.pobach.signin.GuessLimit;
import by.pobach.signin.GuessLimit.Action;
import by.pobach.signin.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Cards that sign a family in, for whoever has no mail at hand or does not read: one at a time for a person, good for 180 days,
 * printed at the desk and kept only as a hash. The person hears of each card from us.
 */
@Component
class Cards {
    private static final Duration GOOD_FOR = Duration.ofDays(180);
    /** Consonants that cannot be taken for a digit or for each other; 20 of them make 86 bits. */
    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ";

    private static final int LENGTH = 20;
    private static final int GROUP = 5;

    /** A new card, known to nobody but this page. */
    record Card(String code, Instant until) {
        /** As it is printed: in groups of five. */
        String shown() {
            return code.replaceAll("(.{" + GROUP + "})(?!$)", "$1 ");
        }
    }

    /** Somebody with an account, and until when a card of theirs is good. */
    record Holder(Person person, Optional<Instant> until) {}

    sealed interface Used {
        record Welcome(UUID person) implements Used {}

        /** No such card, or not any more. */
        record Unknown() implements Used {}

        record TooMany() implements Used {}
    }

    private final CardTable table;
    private final LinkLetters letters;
    private final Accounts accounts;
    private final Persons persons;
    private final GuessLimit limit;
    private final TransactionTemplate transaction;

    Cards(
            CardTable table,
            LinkLetters letters,
            Accounts accounts,
            Persons persons,
            GuessLimit limit,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.letters = letters;
        this.accounts = accounts;
        this.persons = persons;
        this.limit = limit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Empty when nobody has an account by this contact. */
    Optional<Holder> holder(String contact) {
        return accounts.of(contact).flatMap(this::holder);
    }

    Optional<Holder> holder(UUID id) {
        return persons.find(id).map(person -> new Holder(person, table.until(id)));
    }

    /** Makes a card and ends the one before it. */
    Optional<Card> issue(UUID id, UUID letter) {
        Optional<Card> card = transaction.execute(status -> persons.find(id).map(person -> issue(person, letter)));
        return card == null ? Optional.empty() : card;
    }

    private Card issue(Person person, UUID letter) {
        String code = Secrets.letters(LETTERS, LENGTH);
        Instant until = table.put(person.id(), code, GOOD_FOR);
        String contact = person.email() == null ? person.phone() : person.email();
        if (contact != null) {
            letters.cardPrinted(letter, contact, person.language());
        }
        return new Card(code, until);
    }

    void revoke(UUID person) {
        transaction.executeWithoutResult(status -> table.remove(person));
    }

    /** Signs in by what was typed or read from a card, whatever the spaces. */
    Used use(String typed, String address) {
        String code = typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
        Optional<GuessLimit.Guess> guess = limit.take(Action.CARD, "card", address);
        if (guess.isEmpty()) {
            return new Used.TooMany();
        }
        Optional<UUID> person = transaction.execute(status -> table.use(code));
        if (person == null || person.isEmpty()) {
            return new Used.Unknown();
        }
        limit.giveBack(guess.get());
        return new Used.Welcome(person.get());
    }
}

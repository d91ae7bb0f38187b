package by.pobach.links;

import by.pobach.letters.Letters;
import by.pobach.people.Accounts;
import by.pobach.people.Contact;
import by.pobach.people.Contact.Checked;
import by.pobach.people.Contact.Good;
import by.pobach.people.Contact.Refused;
import by.pobach.signin.GuessLimit;
import by.pobach.signin.Secrets;
import by.pobach.web.Ids;
import by.pobach.web.Language;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Links that sign a family in: asked for by anybody for any contact, sent to that contact alone, good once. Known and unknown
 * contacts are answered the same and get the same letter, so nobody learns from us who has an account.
 */
@Component
class SignInLinks {
    /** From asking to opening the letter. */
    static final Duration GOOD_FOR = Duration.ofMinutes(15);
    /** Where somebody of the Centre has to send the message by hand. */
    static final Duration BY_HAND = Duration.ofHours(12);

    sealed interface Asked {
        /** @param leaves false when no mail leaves the house now: the letter is kept and waits */
        record Posted(boolean mail, boolean leaves, Duration goodFor) implements Asked {}

        /** What was typed is neither an address nor a number. */
        record NoContact(Contact.Why why) implements Asked {}

        /** A telephone that takes no text messages. */
        record NoTexts() implements Asked {}

        record TooMany() implements Asked {}
    }

    sealed interface Seen {
        /** @param known whether somebody has an account by this contact */
        record Good(String contact, boolean known) implements Seen {}

        record Used() implements Seen {}

        record Late() implements Seen {}

        record Unknown() implements Seen {}
    }

    /** Who came in, and where they wanted to go. */
    record Entered(UUID person, String next) {}

    private final LinkTable table;
    private final LinkLetters letters;
    private final Letters post;
    private final Accounts accounts;
    private final GuessLimit limit;
    private final TransactionTemplate transaction;

    SignInLinks(
            LinkTable table,
            LinkLetters letters,
            Letters post,
            Accounts accounts,
            GuessLimit limit,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.letters = letters;
        this.post = post;
        this.accounts = accounts;
        this.limit = limit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Sends a link; the letter is in the database before the answer is given, whatever the mail server does. */
    Asked ask(String typed, Language language, String next, String address) {
        Checked checked = typed.contains("@") ? Contact.email(typed) : Contact.phone(typed);
        return switch (checked) {
            case Refused(var why) -> new Asked.NoContact(why);
            case Good(var contact) when !isMail(contact) && !Contact.takesTexts(contact) -> new Asked.NoTexts();
            case Good(var contact) ->
                limit.take(GuessLimit.Action.LINK, contact, address)
                        .map(_ -> send(contact, language, next))
                        .orElseGet(Asked.TooMany::new);
        };
    }

    private Asked send(String contact, Language language, String next) {
        String token = Secrets.token();
        UUID id = Ids.next();
        boolean mail = isMail(contact);
        Duration goodFor = mail ? GOOD_FOR : BY_HAND;
        transaction.executeWithoutResult(status -> {
            table.add(id, token, contact, language, next, goodFor);
            letters.send(id, contact, token, goodFor, language);
        });
        return new Asked.Posted(mail, !mail || post.state().mailLeaves(), goodFor);
    }

    /** What a link leads to; looking changes nothing, since programs look at links before people do. */
    Seen look(String token) {
        return table.find(token).map(this::seen).orElseGet(Seen.Unknown::new);
    }

    private Seen seen(LinkTable.Row row) {
        if (row.used()) {
            return new Seen.Used();
        }
        return row.late() || row.contact() == null
                ? new Seen.Late()
                : new Seen.Good(row.contact(), accounts.of(row.contact()).isPresent());
    }

    /**
     * Uses a link up. Whoever has no account yet gets one.
     *
     * @param name how to call a new person; only looked at for them
     * @return empty when the link is over
     */
    Optional<Entered> enter(String token, String name) {
        Optional<Entered> entered =
                transaction.execute(status -> table.take(token).flatMap(row -> enter(row, name)));
        return entered == null ? Optional.empty() : entered;
    }

    private Optional<Entered> enter(LinkTable.Row row, String name) {
        String contact = row.contact();
        if (contact == null) {
            return Optional.empty();
        }
        post.forget(row.id());
        UUID person = accounts.of(contact).orElseGet(() -> accounts.open(name, contact, row.language()));
        return Optional.of(new Entered(person, row.next()));
    }

    /** What is over loses its contact, and the letter its words. */
    void forgetOld() {
        transaction.executeWithoutResult(status -> {
            table.blank().forEach(post::forget);
            table.sweep();
        });
    }

    static boolean isMail(String contact) {
        return contact.contains("@");
    }
}

package by.pobach.people;

import by.pobach.people.Contact.Good;
import by.pobach.people.Person.TellBy;
import by.pobach.web.Ids;
import by.pobach.web.Language;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to those who have an account. Nobody needs one: it is for whoever wants to see all visits of a child in one place. A
 * person has one account and may be reached by several contacts; a contact leads to one account.
 */
@Component
public class Accounts {
    private final AccountTable table;
    private final Persons persons;
    private final SecretKey key;

    Accounts(AccountTable table, Persons persons, SecretKey tokenKey) {
        this.table = table;
        this.persons = persons;
        this.key = tokenKey;
    }

    /** The person known by an e-mail address or a phone number, in any way of writing it; empty when it is neither. */
    public Optional<UUID> of(String contact) {
        return kept(contact).flatMap(good -> table.of(hash(good)));
    }

    /**
     * Opens an account for whoever has proved that the contact is theirs; the one who has it already gets that one.
     *
     * @param contact an e-mail address or a phone number
     * @return the id of the person
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID open(String name, String contact, Language language) {
        String good = kept(contact).orElseThrow(() -> new IllegalArgumentException("a contact is checked before"));
        boolean mail = good.contains("@");
        UUID id = Ids.next();
        persons.keep(new Person(
                id, name, mail ? good : null, mail ? null : good, language, mail ? TellBy.MAIL : phone(good)));
        UUID owner = table.keep(hash(good), id);
        if (!owner.equals(id)) {
            persons.erase(id);
        }
        return owner;
    }

    /** One more contact that leads to the same account; false when it leads to somebody else’s. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean add(UUID person, String contact) {
        return kept(contact)
                .map(good -> table.keep(hash(good), person).equals(person))
                .orElse(false);
    }

    /** No contact leads here any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(UUID person) {
        table.close(person);
    }

    /** A contact in the shape in which it is kept. */
    private static Optional<String> kept(String contact) {
        var checked = contact.contains("@") ? Contact.email(contact) : Contact.phone(contact);
        return checked instanceof Good(var good) ? Optional.of(good) : Optional.empty();
    }

    private static TellBy phone(String good) {
        return Contact.takesTexts(good) ? TellBy.SMS : TellBy.CALL;
    }

    private byte[] hash(String contact) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return mac.doFinal(("account/" + contact).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

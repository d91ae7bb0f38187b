package by.pobach.people;

import by.pobach.letters.Letters;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door to the persons who book. Called in the caller's transaction. */
@Component
public class Persons {
    private static final int MOST = 500;

    private final PersonTable table;
    private final Letters letters;

    Persons(PersonTable table, Letters letters) {
        this.table = table;
        this.letters = letters;
    }

    /** Keeps a person's name and contact; the id is the caller's. Once erased, an id stays erased. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Person person) {
        table.keep(person);
    }

    /** Empty when unknown or erased. */
    public Optional<Person> find(UUID id) {
        return table.find(id);
    }

    /** Those of the ids that are known and not erased, in one query. */
    public Map<UUID, Person> find(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : table.find(ids);
    }

    /**
     * Whose names sound like what was typed, across spellings and languages: each typed word begins a word of the name. The
     * newest first, at most 500; none when too little was typed.
     */
    public List<UUID> named(String typed) {
        List<String> words = NameSound.words(typed);
        boolean enough = words.stream().anyMatch(word -> word.length() > 1);
        return enough ? table.withNameWords(words, MOST) : List.of();
    }

    /** Whose phone numbers end with these four digits, the newest first, at most 500. */
    public List<UUID> withPhoneEnd(String fourDigits) {
        return table.withPhoneEnd(fourDigits, MOST);
    }

    /** Why nothing is said to somebody any more. */
    public enum Silence {
        ASKED,
        DIED
    }

    /**
     * «Не пішыце мне больш», or somebody has died: from this transaction on no module says anything to this person, and what
     * waited is withdrawn. Nothing else changes: visits stand until somebody changes them.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void silence(UUID id, Silence why) {
        table.silence(id, why.name());
        find(id).ifPresent(person -> contacts(person).forEach(letters::hush));
    }

    /** Takes {@link #silence} back, whatever the reason was. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void speakAgain(UUID id) {
        table.endSilence(id);
        find(id).ifPresent(person -> contacts(person).forEach(letters::unhush));
    }

    /** Why nothing is said to this person; empty when we write as ever. */
    public Optional<Silence> silenceOf(UUID id) {
        return table.silenceOf(id).map(Silence::valueOf);
    }

    private static Stream<String> contacts(Person person) {
        return Stream.of(Optional.ofNullable(person.email()), Optional.ofNullable(person.phone()))
                .flatMap(Optional::stream);
    }

    /** Erases name and contact for good; the empty row stays so that counts stay true. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(UUID id) {
        table.erase(id);
    }
}

package by.pobach.people;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The door to the persons who book. Called in the caller's transaction. */
@Component
public class Persons {

    /** Keeps a person's name and contact; the id is the caller's. */
    public void keep(Person person) {
        throw new UnsupportedOperationException("being built");
    }

    /** Empty when unknown or erased. */
    public Optional<Person> find(UUID id) {
        throw new UnsupportedOperationException("being built");
    }

    /** Erases name and contact for good; the empty row stays so that counts stay true. */
    public void erase(UUID id) {
        throw new UnsupportedOperationException("being built");
    }
}

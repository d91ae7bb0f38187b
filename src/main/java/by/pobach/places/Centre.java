package by.pobach.places;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The door of the Centre as a place. */
@Component
public class Centre {

    public CentreFacts facts() {
        throw new UnsupportedOperationException("being built");
    }

    /** All rooms in use, in the order of the house. */
    public List<Room> rooms() {
        throw new UnsupportedOperationException("being built");
    }

    public Optional<Room> room(UUID id) {
        return rooms().stream().filter(room -> room.id().equals(id)).findFirst();
    }
}

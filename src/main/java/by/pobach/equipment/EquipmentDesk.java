package by.pobach.equipment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The door to the Centre's devices. */
@Component
public class EquipmentDesk {

    /** The items of a kind that are in service, in a stable order; kept in memory. */
    public List<Item> itemsOf(String kind) {
        throw new UnsupportedOperationException("being built");
    }

    public Optional<Item> item(UUID id) {
        throw new UnsupportedOperationException("being built");
    }
}

package by.pobach.offers;

import by.pobach.equipment.Item;
import by.pobach.people.StaffMember;
import by.pobach.places.Room;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A time that looks free, with everything it would take. */
public record Offer(
        Instant start,
        Instant end,
        StaffMember specialist,
        @Nullable Room room,
        List<Item> devices,
        @Nullable StaffMember interpreter) {}

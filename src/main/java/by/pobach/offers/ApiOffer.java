package by.pobach.offers;

import by.pobach.equipment.Item;
import by.pobach.people.StaffMember;
import by.pobach.places.Room;
import by.pobach.web.Language;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An offer as programs read it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApiOffer(
        String start,
        String end,
        Thing specialist,
        @Nullable Thing room,
        List<Thing> devices,
        @Nullable Thing interpreter,
        @Nullable String differs,
        @Nullable String text) {

    /** Something with a name in the language of the answer. */
    public record Thing(UUID id, String name) {

        static Thing of(StaffMember member, Language language) {
            return new Thing(member.id(), member.name().in(language));
        }

        static @Nullable Thing of(@Nullable Room room, Language language) {
            return room == null ? null : new Thing(room.id(), room.name().in(language));
        }

        static Thing of(Item item, Language language) {
            return new Thing(item.id(), item.name().in(language));
        }
    }
}

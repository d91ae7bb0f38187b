package by.pobach.offers;

import by.pobach.diary.Diary;
import by.pobach.diary.FreeDay;
import by.pobach.diary.Proposal;
import by.pobach.diary.Search;
import by.pobach.diary.Team;
import by.pobach.equipment.EquipmentDesk;
import by.pobach.equipment.Item;
import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import by.pobach.places.Centre;
import by.pobach.places.Room;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds times for wishes, from memory alone. */
@Component
public class Offers {
    private final Crews crews;
    private final Diary diary;
    private final Staff staff;
    private final Centre centre;
    private final EquipmentDesk equipment;

    /** Free starts of each day, and the first offers among them. */
    public record Found(List<Offer> offers, List<FreeDay> days, boolean more) {}

    Offers(Crews crews, Diary diary, Staff staff, Centre centre, EquipmentDesk equipment) {
        this.crews = crews;
        this.diary = diary;
        this.staff = staff;
        this.centre = centre;
        this.equipment = equipment;
    }

    public Found find(Wish wish, int limit) {
        return find(wish, limit, start -> true);
    }

    /** The free starts that also please {@code suits}, such as "after lessons". */
    Found find(Wish wish, int limit, Predicate<Instant> suits) {
        Search search = crews.search(wish);
        List<FreeDay> days = diary.search(search)
                .map(day -> new FreeDay(
                        day.date(), day.starts().stream().filter(suits).toList()))
                .toList();
        List<Offer> offers = new ArrayList<>();
        int all = 0;
        for (FreeDay day : days) {
            all += day.starts().size();
            for (Instant start : day.starts()) {
                if (offers.size() < limit) {
                    diary.propose(search, start).map(this::offer).ifPresent(offers::add);
                }
            }
        }
        return new Found(offers, days, all > offers.size());
    }

    /** The earliest offer of the wish that pleases, or empty. Stops at the first day that has one. */
    Optional<Offer> first(Wish wish, Predicate<Instant> suits) {
        return first(crews.search(wish), suits);
    }

    Optional<Offer> firstWithoutInterpreter(Wish wish) {
        return first(crews.searchWithoutInterpreter(wish), start -> true);
    }

    private Optional<Offer> first(Search search, Predicate<Instant> suits) {
        return diary.search(search)
                .flatMap(day -> day.starts().stream())
                .filter(suits)
                .findFirst()
                .flatMap(start -> diary.propose(search, start))
                .map(this::offer);
    }

    public boolean signs(UUID specialist) {
        return staff.find(specialist).filter(StaffMember::signs).isPresent();
    }

    /** The free starts of a wish, ascending, and the search that found them. */
    record Starts(Search search, List<Instant> all) {}

    Starts starts(Wish wish) {
        Search search = crews.search(wish);
        return new Starts(
                search,
                diary.search(search).flatMap(day -> day.starts().stream()).toList());
    }

    Optional<Offer> at(Starts free, Instant start) {
        return diary.propose(free.search(), start).map(this::offer);
    }

    /** The offer at exactly that start. */
    public Optional<Offer> at(Wish wish, Instant start) {
        LocalDate day = LocalDate.ofInstant(start, centre.facts().zone());
        Search search = crews.search(wish.between(day, day.plusDays(1)));
        return diary.search(search)
                .flatMap(free -> free.starts().stream())
                .filter(start::equals)
                .findFirst()
                .flatMap(found -> diary.propose(search, found))
                .map(this::offer);
    }

    Offer offer(Proposal proposal) {
        Crew crew = crew(proposal);
        return new Offer(
                proposal.start(),
                proposal.end(),
                staff.find(proposal.key()).orElseThrow(),
                crew.room == null ? null : centre.room(crew.room).orElseThrow(),
                crew.devices.stream()
                        .map(equipment::item)
                        .flatMap(Optional::stream)
                        .toList(),
                crew.interpreter == null ? null : staff.find(crew.interpreter).orElseThrow());
    }

    /** Which resource of a proposal is what. */
    public record Crew(
            @Nullable UUID room,
            List<UUID> devices,
            @Nullable UUID interpreter) {}

    public Crew crew(Proposal proposal) {
        UUID room = null;
        UUID interpreter = null;
        List<UUID> devices = new ArrayList<>();
        for (UUID id : resources(proposal)) {
            if (id.equals(proposal.key())) {
                continue;
            }
            Optional<Room> asRoom = centre.room(id);
            Optional<Item> asItem = equipment.item(id);
            Optional<StaffMember> asStaff = staff.find(id);
            if (asRoom.isPresent()) {
                room = id;
            } else if (asItem.isPresent()) {
                devices.add(id);
            } else if (asStaff.isPresent()) {
                interpreter = id;
            }
        }
        return new Crew(room, devices, interpreter);
    }

    private static List<UUID> resources(Proposal proposal) {
        return proposal.chosen().stream()
                .flatMap(candidate -> candidate.parts().stream())
                .map(Team.Part::resource)
                .toList();
    }
}

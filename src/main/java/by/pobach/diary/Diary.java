package by.pobach.diary;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The Centre's diary. Finding reads memory and costs microseconds; holding writes in the caller's transaction and is
 * decided by the database. Whatever was held or released shows in this node's memory when the caller commits, and on
 * other nodes within a second.
 */
@Component
public class Diary {
    /** How many days ahead, counted from today, can be searched and held. */
    public static final int HORIZON_DAYS = 190;

    private final DiaryTable table;
    private final FreeTime freeTime;
    private final ChangeBoard changes;
    private final ApplicationEventPublisher events;

    /** In the transaction that takes an absence back: whoever built on it can let go. */
    public record TakenBack(UUID absence) {}

    /** Weekly hours from a date on, or from ever. */
    public record Working(@Nullable LocalDate from, List<Shift> shifts) {}

    /** One date's own half-open hours; both null when the resource is not there. */
    public record SpecialDay(
            LocalDate day,
            @Nullable LocalTime from,
            @Nullable LocalTime to) {}

    Diary(DiaryTable table, FreeTime freeTime, ChangeBoard changes, ApplicationEventPublisher events) {
        this.table = table;
        this.freeTime = freeTime;
        this.changes = changes;
        this.events = events;
    }

    /** Makes a resource known; registering it again changes nothing. Without shifts it follows the Centre's hours. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void register(Resource resource) {
        register(List.of(resource));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void register(List<Resource> resources) {
        if (table.register(resources) > 0) {
            changes.everythingAfterCommit();
        }
    }

    /** Replaces the weekly working hours. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepShifts(UUID resource, List<Shift> shifts) {
        table.keepShifts(resource, shifts);
        changes.everythingAfterCommit();
    }

    /** Replaces the weekly working hours from a date on; before it they stay as they were. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepShifts(UUID resource, LocalDate from, List<Shift> shifts) {
        table.keepShifts(resource, from, shifts);
        changes.everythingAfterCommit();
    }

    /** Weekly working hours, version by version, earliest first; none when the resource follows the Centre's. */
    public List<Working> shifts(UUID resource) {
        return table.shifts(resource);
    }

    /** The Centre's own hours or days change in this transaction: free time is to be read again after it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void centreChanges() {
        changes.everythingAfterCommit();
    }

    /** One date has the hours of the week again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void dropSpecialDay(UUID resource, LocalDate day) {
        table.dropSpecialDay(resource, day);
        changes.everythingAfterCommit();
    }

    /** Dates from this one on that have hours of their own, earliest first. */
    public List<SpecialDay> specialDays(UUID resource, LocalDate from) {
        return table.specialDays(resource, from);
    }

    /** Gives one date other hours than the week has, half-open, Centre time; without any the resource is not there that day. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepSpecialDay(UUID resource, LocalDate day, @Nullable LocalTime from, @Nullable LocalTime to) {
        table.keepSpecialDay(resource, day, from, to);
        changes.everythingAfterCommit();
    }

    /**
     * Notes an absence, or gives one that was noted another range. Visits already promised in it stay; new ones are
     * refused.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void absent(UUID absence, Slot slot) {
        table.absent(absence, slot);
        changes.everythingAfterCommit();
    }

    /** Takes an absence back: whoever was to be away is there. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void present(UUID absence) {
        table.present(absence);
        changes.everythingAfterCommit();
        events.publishEvent(new TakenBack(absence));
    }

    /**
     * Takes all slots, or none: on {@link HoldOutcome.Taken} the caller must roll back.
     *
     * @param expires when the hold ends by itself unless {@link #keep kept}, or null
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public HoldOutcome hold(UUID heldFor, String kind, @Nullable Instant expires, List<Slot> slots) {
        if (table.hold(heldFor, kind, expires, slots) < slots.size()) {
            return new HoldOutcome.Taken();
        }
        changes.takenAfterCommit(slots);
        return new HoldOutcome.Held();
    }

    /** Gives everything back that is held for this; what was held is in the answer. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Slot> release(UUID heldFor) {
        List<Slot> released = table.release(heldFor);
        changes.freedAfterCommit(released);
        return released;
    }

    /** Lets a hold end by itself at that instant unless it is {@link #keep kept} before; false when nothing is held. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean expire(UUID heldFor, Instant at) {
        return table.expire(heldFor, at) > 0;
    }

    /** Turns an expiring hold into a lasting one; false when it has expired already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean keep(UUID heldFor) {
        return table.keep(heldFor) > 0;
    }

    @Transactional
    public void releaseExpired() {
        changes.freedAfterCommit(table.releaseExpired());
    }

    /** What is held now, read from the database. */
    public List<Slot> heldFor(UUID heldFor) {
        return table.heldFor(heldFor);
    }

    /** An absence as it was noted; its id takes it back. */
    public record Absence(UUID id, Slot slot) {}

    public Optional<Absence> absence(UUID id) {
        return table.absence(id);
    }

    /** The absences of a resource that touch this half-open range, earliest first. */
    public List<Absence> noted(UUID resource, Instant from, Instant to) {
        return table.noted(resource, from, to);
    }

    /** When a resource is away, as far as it touches this half-open range. */
    public List<Slot> absences(UUID resource, Instant from, Instant to) {
        return table.absences(resource, from, to);
    }

    /** All absences that end after this instant, earliest first. */
    public List<Slot> absencesAfter(Instant now) {
        return table.absencesAfter(now);
    }

    /** The days of the search, each with its free starts, ascending; computed as they are asked for. */
    public Stream<FreeDay> search(Search search) {
        Finder finder = finder(search);
        return search.from().datesUntil(search.to()).map(finder::day);
    }

    /** Who would make the visit happen at that start, or empty when nobody is free then, as far as memory knows. */
    public Optional<Proposal> propose(Search search, Instant start) {
        return finder(search).propose(start);
    }

    /** Reads from the database what this search looks at on one day, so that a refusal rests on it and not on memory. */
    public void refresh(Search search, LocalDate day) {
        freeTime.reload(search.teams().stream()
                .flatMap(team -> team.roles().stream())
                .flatMap(role -> role.candidates().stream())
                .flatMap(candidate -> candidate.parts().stream())
                .map(part -> new ResourceDay(part.resource(), day))
                .distinct()
                .toList());
    }

    /** Whether some of these resources ordinarily work from start to end, whatever took them this time. */
    public boolean ordinarilyWork(Collection<UUID> resources, Instant start, Instant end) {
        DayGrid grid = freeTime.grid();
        LocalDate day = grid.dayOf(start);
        int from = grid.stepDown(day, start);
        int length = grid.stepUp(day, end) - from;
        return resources.stream()
                .anyMatch(resource -> Bits.has(Bits.runs(freeTime.normally(resource, day), Math.max(1, length)), from));
    }

    public boolean knows(UUID resource) {
        return freeTime.knows(resource);
    }

    private Finder finder(Search search) {
        return new Finder(freeTime::free, freeTime.grid(), search);
    }
}

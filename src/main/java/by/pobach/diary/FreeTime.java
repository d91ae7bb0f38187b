package by.pobach.diary;

import by.pobach.places.Centre;
import by.pobach.places.WorkingCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Free time in memory: one bit set per resource and day, from yesterday to the horizon. It is a projection of the
 * database and may lag; see {@link ChangeBoard} for how it catches up.
 */
@Component
class FreeTime {
    private static final int DAYS = Diary.HORIZON_DAYS + 2;
    private static final long[] NONE = Bits.none();

    private final DiaryTable table;
    private final Centre centre;
    private final WorkingCalendar calendar;
    private final Clock clock;
    private final TransactionTemplate reading;
    private final ReentrantLock loading = new ReentrantLock();
    private final Object gathering = new Object();
    /** Taken while a load was on its way: its query may not have seen them. */
    private final Queue<List<Slot>> takenMeanwhile = new ConcurrentLinkedQueue<>();

    private Gathered next = new Gathered();
    private volatile Rows rows;

    /** Resource-days that wait for one common query. */
    private static final class Gathered {
        final Set<ResourceDay> wanted = new java.util.HashSet<>();
        boolean loaded;
    }

    private record Rows(Openings openings, LocalDate base, Map<UUID, AtomicReferenceArray<long[]>> free) {}

    FreeTime(
            DiaryTable table,
            Centre centre,
            WorkingCalendar calendar,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.table = table;
        this.centre = centre;
        this.calendar = calendar;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.rows = new Rows(
                new Openings(
                        new OpenDays(List.of(), LocalDate.EPOCH, List.of()),
                        new DayGrid(java.time.ZoneOffset.UTC),
                        Map.of(),
                        Map.of(),
                        Map.of()),
                LocalDate.EPOCH,
                Map.of());
    }

    DayGrid grid() {
        return rows.openings().grid();
    }

    /** The free steps; nothing for an unknown resource or a day beyond the horizon. The array must not be changed. */
    long[] free(UUID resource, LocalDate day) {
        Rows now = rows;
        AtomicReferenceArray<long[]> days = now.free().get(resource);
        long index = day.toEpochDay() - now.base().toEpochDay();
        return days == null || index < 0 || index >= DAYS ? NONE : days.get((int) index);
    }

    long[] normally(UUID resource, LocalDate day) {
        return rows.openings().normally(resource, day);
    }

    boolean knows(UUID resource) {
        return rows.free().containsKey(resource);
    }

    /** Whether it was loaded today, by the calendar and in the zone that the Centre has now. */
    boolean isCurrent() {
        Rows now = rows;
        ZoneId zone = centre.facts().zone();
        LocalDate base = LocalDate.now(clock.withZone(zone)).minusDays(1);
        return zone.equals(now.openings().grid().zone())
                && now.openings().days().equals(OpenDays.read(calendar, base, DAYS));
    }

    /** Everything anew: at the start, on a new day, after a lost connection, when working hours change. */
    void reloadAll() {
        alone(() -> {
            DayGrid grid = new DayGrid(centre.facts().zone());
            LocalDate base = grid.dayOf(clock.instant()).minusDays(1);
            Openings openings = table.openings(OpenDays.read(calendar, base, DAYS), grid);
            Instant from = grid.midnight(base);
            Map<UUID, List<Slot>> taken = bySlot(table.holds(from, grid.midnight(base.plusDays(DAYS))));
            Map<UUID, AtomicReferenceArray<long[]>> free = new HashMap<>();
            for (UUID resource : table.resources()) {
                free.put(resource, allDays(openings, resource, base, taken.getOrDefault(resource, List.of())));
            }
            rows = new Rows(openings, base, Map.copyOf(free));
        });
    }

    private static AtomicReferenceArray<long[]> allDays(
            Openings openings, UUID resource, LocalDate base, List<Slot> taken) {
        Map<LocalDate, List<Slot>> byDay = new HashMap<>();
        taken.forEach(slot -> daysOf(openings.grid(), slot)
                .forEach(day ->
                        byDay.computeIfAbsent(day, d -> new ArrayList<>()).add(slot)));
        AtomicReferenceArray<long[]> days = new AtomicReferenceArray<>(DAYS);
        for (int i = 0; i < DAYS; i++) {
            LocalDate day = base.plusDays(i);
            days.set(i, freeOn(openings, resource, day, byDay.getOrDefault(day, List.of())));
        }
        return days;
    }

    private static long[] freeOn(Openings openings, UUID resource, LocalDate day, List<Slot> taken) {
        long[] open = openings.on(resource, day);
        taken.forEach(slot -> without(open, openings.grid(), day, slot));
        return Bits.isEmpty(open) ? NONE : open;
    }

    private static void without(long[] free, DayGrid grid, LocalDate day, Slot slot) {
        Bits.clear(free, grid.stepDown(day, slot.from()), grid.stepUp(day, slot.to()));
    }

    /** Takes what this node just committed, without asking the database. A load that runs now must not undo it. */
    void take(List<Slot> slots) {
        if (loading.isLocked()) {
            takenMeanwhile.add(slots);
        }
        takeNow(slots);
    }

    private void takeNow(List<Slot> slots) {
        Rows now = rows;
        for (Slot slot : slots) {
            AtomicReferenceArray<long[]> days = now.free().get(slot.resource());
            for (LocalDate day : daysOf(now.openings().grid(), slot)) {
                long index = day.toEpochDay() - now.base().toEpochDay();
                if (days != null && index >= 0 && index < DAYS) {
                    days.updateAndGet((int) index, free -> {
                        long[] less = free.clone();
                        without(less, now.openings().grid(), day, slot);
                        return less;
                    });
                }
            }
        }
    }

    /**
     * Loads these resource-days from the database. Many callers at once share one query; each returns only after a
     * query that began after its call, so what it sees next is at least as new as the call.
     */
    void reload(Collection<ResourceDay> wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        Gathered mine;
        synchronized (gathering) {
            mine = next;
            mine.wanted.addAll(wanted);
        }
        alone(() -> {
            if (!mine.loaded) {
                synchronized (gathering) {
                    next = new Gathered();
                }
                load(mine.wanted);
                mine.loaded = true;
            }
        });
    }

    /**
     * One load at a time, so that an older one never overwrites a newer. Who waits here has a connection already, its
     * transaction's or one of its own: nobody ever waits for a connection while others wait for him.
     */
    private void alone(Runnable load) {
        reading.executeWithoutResult(status -> {
            loading.lock();
            try {
                takenMeanwhile.clear();
                load.run();
                takenMeanwhile.forEach(this::takeNow);
            } finally {
                loading.unlock();
            }
        });
    }

    private void load(Collection<ResourceDay> wanted) {
        Rows now = rows;
        DayGrid grid = now.openings().grid();
        List<ResourceDay> known = wanted.stream()
                .filter(pair -> now.free().containsKey(pair.resource()))
                .toList();
        List<Slot> asked = known.stream()
                .map(pair -> new Slot(
                        pair.resource(),
                        grid.midnight(pair.day()),
                        grid.midnight(pair.day().plusDays(1))))
                .toList();
        Map<UUID, List<Slot>> taken = bySlot(table.holds(asked));
        for (ResourceDay pair : known) {
            long index = pair.day().toEpochDay() - now.base().toEpochDay();
            AtomicReferenceArray<long[]> days = now.free().get(pair.resource());
            if (days != null && index >= 0 && index < DAYS) {
                long[] free = freeOn(
                        now.openings(), pair.resource(), pair.day(), taken.getOrDefault(pair.resource(), List.of()));
                days.set((int) index, free);
            }
        }
    }

    List<ResourceDay> touched(Collection<Slot> slots) {
        return slots.stream()
                .flatMap(slot -> daysOf(grid(), slot).stream().map(day -> new ResourceDay(slot.resource(), day)))
                .distinct()
                .toList();
    }

    private static List<LocalDate> daysOf(DayGrid grid, Slot slot) {
        return grid.dayOf(slot.from())
                .datesUntil(grid.dayOf(slot.to().minusMillis(1)).plusDays(1))
                .toList();
    }

    private static Map<UUID, List<Slot>> bySlot(List<Slot> slots) {
        Map<UUID, List<Slot>> by = new HashMap<>();
        slots.forEach(slot ->
                by.computeIfAbsent(slot.resource(), id -> new ArrayList<>()).add(slot));
        return by;
    }
}

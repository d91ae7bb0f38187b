package by.pobach.diary;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.InTestHouse;
import by.pobach.diary.Team.Candidate;
import by.pobach.diary.Team.Part;
import by.pobach.diary.Team.Role;
import by.pobach.places.Centre;
import by.pobach.places.CentreFacts;
import by.pobach.places.WorkingCalendar;
import by.pobach.places.WorkingCalendar.Opening;
import by.pobach.web.Ids;
import by.pobach.web.Words;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Free time in memory equals the database, after whatever happened: 1,000 random histories, 10,000 with
 * {@code -Ddeep=true}. {@code -Dhistory=N} replays one.
 */
@SpringBootTest(properties = "db-scheduler.enabled=false")
@InTestHouse
class HistoriesTests {
    private static final int MOST_EVENTS = 14;
    private static final int DAYS = 6;

    @Autowired
    Diary diary;

    @Autowired
    ChangeBoard changes;

    @Autowired
    Centre centre;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private Random random = new Random();
    private ZoneId zone = ZoneId.of("UTC");
    private LocalDate first = LocalDate.EPOCH;
    private List<UUID> resources = List.of();
    private final List<UUID> held = new ArrayList<>();

    @Test
    void free_time_in_memory_equals_the_database_whatever_happened() throws InterruptedException {
        long replay = Long.getLong("history", -1);
        long histories = Boolean.getBoolean("deep") ? 10_000 : 1_000;
        long starts = 0;

        for (long seed = Math.max(0, replay); seed < (replay < 0 ? histories : replay + 1); seed++) {
            settleIn(seed < histories / 2 ? "Europe/Minsk" : "Europe/Warsaw");
            begin(seed);
            for (int events = random.nextInt(3, MOST_EVENTS); events > 0; events--) {
                something();
            }
            starts += compare(seed);
        }

        // A comparison of nothing with nothing would prove nothing.
        assertThat(starts).isGreaterThan(replay < 0 ? 20 * histories : 0);
    }

    /** A Centre with transferred and closed days; memory takes the calendar in within a second, so it is set up seldom. */
    private void settleIn(String name) throws InterruptedException {
        if (zone.getId().equals(name)) {
            return;
        }
        zone = ZoneId.of(name);
        Random dice = new Random(name.hashCode());
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        transaction.executeWithoutResult(status -> {
            centre.keepFacts(facts(zone));
            calendar.keepWeek(week());
            today.datesUntil(today.plusDays(Diary.HORIZON_DAYS)).forEach(day -> {
                boolean closed = dice.nextInt(12) == 0;
                DayOfWeek worksAs = dice.nextInt(8) == 0 ? DayOfWeek.of(dice.nextInt(1, 8)) : day.getDayOfWeek();
                calendar.keepDay(day, closed ? null : worksAs, Words.same("перанос"));
            });
        });
        Thread.sleep(Duration.ofSeconds(3));
    }

    private void begin(long seed) {
        random = new Random(seed);
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        first = dayOfTheClockChange(today)
                .filter(day -> random.nextBoolean())
                .orElse(today.plusDays(random.nextInt(4, 150)))
                .minusDays(random.nextInt(3));
        resources = List.of(Ids.next(), Ids.next(), Ids.next());
        held.clear();
        transaction.executeWithoutResult(status -> {
            for (String table : List.of("hold", "absence", "shift", "special_day", "resource")) {
                sql.sql("delete from diary." + table).update();
            }
            resources.forEach(id -> diary.register(new Resource(id, Resource.Kind.SPECIALIST)));
        });
    }

    private java.util.Optional<LocalDate> dayOfTheClockChange(LocalDate today) {
        return java.util.Optional.ofNullable(zone.getRules().nextTransition(clock.instant()))
                .map(change -> change.getDateTimeBefore().toLocalDate())
                .filter(day -> day.isBefore(today.plusDays(Diary.HORIZON_DAYS - 10)) && day.isAfter(today.plusDays(4)));
    }

    private void something() {
        switch (random.nextInt(12)) {
            case 0 -> absent();
            case 1 -> otherShifts();
            case 2 -> specialDay();
            case 3, 4, 5 -> release();
            case 6 -> changeOfMind();
            case 7 -> expire();
            default -> hold();
        }
    }

    private void hold() {
        UUID visit = Ids.next();
        List<Slot> slots = slots();
        boolean possible = slots.stream().allMatch(new PlainTruth(sql, calendar, zone)::canBeHeld);
        Boolean done = transaction.execute(status -> {
            boolean taken = diary.hold(visit, "visit", null, slots) instanceof HoldOutcome.Taken;
            if (taken) {
                status.setRollbackOnly();
            }
            return !taken;
        });
        assertThat(done).isEqualTo(possible);
        if (Boolean.TRUE.equals(done)) {
            held.add(visit);
        }
    }

    private void release() {
        if (!held.isEmpty()) {
            UUID visit = held.remove(random.nextInt(held.size()));
            transaction.executeWithoutResult(status -> diary.release(visit));
        }
    }

    private void changeOfMind() {
        transaction.executeWithoutResult(status -> {
            if (!held.isEmpty()) {
                diary.release(held.getLast());
            }
            diary.hold(Ids.next(), "visit", null, slots());
            status.setRollbackOnly();
        });
    }

    private void expire() {
        transaction.executeWithoutResult(status -> {
            Instant past = clock.instant().minusSeconds(60);
            if (diary.hold(Ids.next(), "visit", past, slots()) instanceof HoldOutcome.Taken) {
                status.setRollbackOnly();
            }
        });
        if (random.nextBoolean()) {
            diary.releaseExpired();
        }
    }

    private void absent() {
        transaction.executeWithoutResult(status -> diary.absent(Ids.next(), slot()));
    }

    private void otherShifts() {
        List<Shift> shifts = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(4) > 0) {
                shifts.addAll(shiftsOf(day));
            }
        }
        transaction.executeWithoutResult(status -> diary.keepShifts(anyResource(), shifts));
    }

    private List<Shift> shiftsOf(DayOfWeek day) {
        List<LocalTime> times = times();
        List<Shift> shifts = new ArrayList<>(List.of(new Shift(day, times.get(0), times.get(1))));
        if (random.nextBoolean()) {
            shifts.add(new Shift(day, times.get(2), times.get(3)));
        }
        return shifts;
    }

    /** Written past the door, which does not know special days yet. */
    private void specialDay() {
        UUID resource = anyResource();
        LocalDate day = anyDay();
        List<LocalTime> times = times();
        boolean works = random.nextInt(3) > 0;
        transaction.executeWithoutResult(status -> {
            sql.sql("delete from diary.special_day where resource_id = ? and day = ?")
                    .params(resource, day)
                    .update();
            sql.sql("insert into diary.special_day (resource_id, day, starts, ends) values (?, ?, ?, ?)")
                    .params(resource, day, works ? times.get(0) : null, works ? times.get(3) : null)
                    .update();
            changes.everythingAfterCommit();
        });
    }

    private long compare(long seed) {
        PlainTruth truth = new PlainTruth(sql, calendar, zone);
        long starts = 0;
        for (int i = 0; i < 3; i++) {
            Search search = search();
            List<FreeDay> found = diary.search(search).toList();
            List<FreeDay> expected = search.from()
                    .datesUntil(search.to())
                    .map(day -> new FreeDay(day, truth.starts(search, day)))
                    .toList();
            assertThat(found).as("history %d, search %d", seed, i).isEqualTo(expected);
            starts += found.stream().mapToLong(day -> day.starts().size()).sum();
        }
        return starts;
    }

    private Search search() {
        List<Team> teams = new ArrayList<>();
        for (UUID resource : resources.subList(0, random.nextInt(1, 4))) {
            List<Role> roles = new ArrayList<>(List.of(role(List.of(resource))));
            if (random.nextBoolean()) {
                roles.add(role(resources));
            }
            teams.add(new Team(resource, roles));
        }
        Instant notBefore = first.atTime(random.nextInt(24), 0).atZone(zone).toInstant();
        int minutes = 5 * random.nextInt(1, 25);
        return new Search(teams, minutes, 5 * random.nextInt(1, 13), first, first.plusDays(DAYS), notBefore, List.of());
    }

    private Role role(List<UUID> any) {
        int before = 5 * random.nextInt(3);
        int after = 5 * random.nextInt(3);
        return new Role(any.stream()
                .map(resource -> new Candidate(List.of(new Part(resource, before, after))))
                .toList());
    }

    private List<Slot> slots() {
        Slot one = slot();
        Slot other = slot();
        return random.nextBoolean() || one.resource().equals(other.resource()) ? List.of(one) : List.of(one, other);
    }

    /** Mostly on the five-minute grid in the day, sometimes at odd minutes or across midnight. */
    private Slot slot() {
        int minute = random.nextInt(8) == 0 ? random.nextInt(24 * 60) : 8 * 60 + 5 * random.nextInt(120);
        Instant from = anyDay().atStartOfDay(zone).toInstant().plus(Duration.ofMinutes(minute));
        int minutes = random.nextInt(8) == 0 ? random.nextInt(1, 900) : 5 * random.nextInt(1, 30);
        return new Slot(anyResource(), from, from.plus(Duration.ofMinutes(minutes)));
    }

    private UUID anyResource() {
        return resources.get(random.nextInt(resources.size()));
    }

    private LocalDate anyDay() {
        return first.plusDays(random.nextInt(DAYS));
    }

    /** Four times of day in order, on the grid; some shifts begin in the small hours, when clocks change. */
    private List<LocalTime> times() {
        int earliest = random.nextInt(4) == 0 ? 0 : 7 * 12;
        TreeSet<Integer> steps = new TreeSet<>();
        while (steps.size() < 4) {
            steps.add(random.nextInt(earliest, 22 * 12));
        }
        return steps.stream()
                .map(step -> LocalTime.MIDNIGHT.plusMinutes(5L * step))
                .toList();
    }

    private static List<Opening> week() {
        List<Opening> week = new ArrayList<>();
        for (int day = 1; day <= 5; day++) {
            week.add(new Opening(DayOfWeek.of(day), LocalTime.of(9, 0), LocalTime.of(13, 0)));
            week.add(new Opening(DayOfWeek.of(day), LocalTime.of(14, 0), LocalTime.of(18, 0)));
        }
        week.add(new Opening(DayOfWeek.SATURDAY, LocalTime.of(10, 0), LocalTime.of(14, 0)));
        return week;
    }

    private static CentreFacts facts(ZoneId zone) {
        Words none = Words.same("");
        return new CentreFacts(none, none, none, zone, List.of("+375 17 000-00-00"), "", List.of("be"), none, none);
    }
}

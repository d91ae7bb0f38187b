package by.pobach.visits;

import by.pobach.diary.Diary;
import by.pobach.diary.Resource;
import by.pobach.diary.Shift;
import by.pobach.equipment.EquipmentDesk;
import by.pobach.equipment.Model;
import by.pobach.offers.Barrier;
import by.pobach.offers.Need;
import by.pobach.offers.Place;
import by.pobach.offers.Roster;
import by.pobach.offers.Service;
import by.pobach.offers.Services;
import by.pobach.people.Person.TellBy;
import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import by.pobach.people.StaffMember.Role;
import by.pobach.places.Centre;
import by.pobach.places.CentreFacts;
import by.pobach.places.Room;
import by.pobach.places.WorkingCalendar;
import by.pobach.web.Actor;
import by.pobach.web.Language;
import by.pobach.web.Words;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A Centre with three specialists, three rooms in a row, two radio sets, one interpreter here and one by video. Open every weekday 9 to 17. */
@TestComponent
public class SmallCentre {
    public static final ZoneId MINSK = ZoneId.of("Europe/Minsk");
    public static final UUID ALENA = id("alena");
    public static final UUID PAVEL = id("pavel");
    public static final UUID VERA_WHO_SIGNS = id("vera");
    public static final UUID INTERPRETER = id("interpreter");
    public static final UUID INTERPRETER_BY_VIDEO = id("interpreter by video");
    public static final UUID FIRST_ROOM = id("room 1");
    public static final UUID MIDDLE_ROOM = id("room 2");
    public static final UUID LAST_ROOM = id("room 3");

    private final Centre centre;
    private final WorkingCalendar calendar;
    private final Staff staff;
    private final EquipmentDesk equipment;
    private final Services services;
    private final Roster roster;
    private final Diary diary;
    private final TransactionTemplate transaction;

    SmallCentre(
            Centre centre,
            WorkingCalendar calendar,
            Staff staff,
            EquipmentDesk equipment,
            Services services,
            Roster roster,
            Diary diary,
            PlatformTransactionManager transactions) {
        this.centre = centre;
        this.calendar = calendar;
        this.staff = staff;
        this.equipment = equipment;
        this.services = services;
        this.roster = roster;
        this.diary = diary;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Once a database; later calls change nothing. */
    public void open() {
        if (!centre.isSetUp()) {
            Actor.as("test", () -> transaction.executeWithoutResult(status -> furnish()));
            roster.register();
            Shift lastHour = new Shift(DayOfWeek.WEDNESDAY, LocalTime.of(15, 0), LocalTime.of(16, 0));
            Actor.as(
                    "test",
                    () -> transaction.executeWithoutResult(
                            status -> diary.keepShifts(INTERPRETER_BY_VIDEO, List.of(lastHour))));
        }
    }

    /** Brings clock and diary back to today at once; the sweep alone would take its time. */
    public void today(MovedClock clock) {
        if (clock.isMoved()) {
            clock.back();
            Resource unused = new Resource(UUID.randomUUID(), Resource.Kind.ROOM);
            Actor.as("test", () -> transaction.executeWithoutResult(status -> diary.register(unused)));
        }
    }

    private void furnish() {
        centre.keepFacts(new CentreFacts(
                Words.same("Цэнтр"),
                Words.same("вул. Ф. Скарыны, 13"),
                Words.same("вул. Ф. Скарыны, 13"),
                MINSK,
                List.of("+375 17 000-00-00"),
                "centre@pobach.example",
                List.of("be", "ru", "en", "sgn-BY"),
                Words.same("Бясплатна"),
                Words.same("Ад станцыі пешшу.")));
        calendar.keepWeek(List.of(
                opening(DayOfWeek.MONDAY),
                opening(DayOfWeek.TUESDAY),
                opening(DayOfWeek.WEDNESDAY),
                opening(DayOfWeek.THURSDAY),
                opening(DayOfWeek.FRIDAY)));
        centre.addRoom(room(FIRST_ROOM, Set.of(), "consult", "wheelchair", "hearing"));
        centre.addRoom(room(MIDDLE_ROOM, Set.of(FIRST_ROOM), "consult", "hearing"));
        centre.addRoom(room(LAST_ROOM, Set.of(MIDDLE_ROOM), "consult", "quiet", "hearing"));
        staff.hire(person(ALENA, "Алена", Role.SPECIALIST, "be"));
        staff.hire(person(PAVEL, "Павел", Role.SPECIALIST, "be"));
        staff.hire(person(VERA_WHO_SIGNS, "Вера", Role.SPECIALIST, "sgn-BY"));
        staff.hire(person(INTERPRETER, "Ганна", Role.INTERPRETER, "sgn-BY"));
        staff.hire(person(INTERPRETER_BY_VIDEO, "Марта", Role.VIDEO_INTERPRETER, "sgn-BY"));
        equipment.addModel(new Model(id("fm"), "fm-system", Words.same("FM"), "863", 5));
        equipment.addItem(id("fm 1"), id("fm"), 1);
        equipment.addItem(id("fm 2"), id("fm"), 2);
        services.add(service("talk", 30, Set.of(), null, List.of(ALENA, PAVEL)));
        services.add(service("lesson", 45, Set.of(), null, List.of(ALENA, VERA_WHO_SIGNS)));
        services.add(service("fm", 30, Set.of("hearing"), "fm-system", List.of(ALENA, PAVEL, VERA_WHO_SIGNS)));
    }

    private static WorkingCalendar.Opening opening(DayOfWeek day) {
        return new WorkingCalendar.Opening(day, LocalTime.of(9, 0), LocalTime.of(17, 0));
    }

    private static Room room(UUID id, Set<UUID> neighbours, String... features) {
        return new Room(id, Words.same("Кабінет"), 1, Set.of(features), neighbours, 0);
    }

    private static StaffMember person(UUID id, String name, Role role, String language) {
        return new StaffMember(
                id,
                Words.same(name),
                Words.same("дэфектолаг"),
                Set.of(role),
                List.of(language),
                id + "@pobach.example");
    }

    private static Service service(
            String id, int minutes, Set<String> features, String device, List<UUID> specialists) {
        return new Service(
                id,
                1,
                Service.Kind.CONSULTATION,
                Words.same(id),
                Words.same(id),
                minutes,
                30,
                Set.of(Barrier.HEAR),
                List.of(Place.HERE, Place.PHONE),
                null,
                Words.same(""),
                features,
                device,
                0,
                0,
                specialists);
    }

    public static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** A start on the n-th working Wednesday from now on: no public holiday falls on the ones that tests use. */
    public Instant wednesday(int weeks, int hour, int minute) {
        LocalDate day = LocalDate.now(MINSK).plusDays(7);
        while (day.getDayOfWeek() != DayOfWeek.WEDNESDAY) {
            day = day.plusDays(1);
        }
        LocalDate chosen = day.plusWeeks(weeks);
        while (calendar.day(chosen).worksAs() != DayOfWeek.WEDNESDAY) {
            chosen = chosen.plusWeeks(10);
        }
        return chosen.atTime(hour, minute).atZone(MINSK).toInstant();
    }

    public Booking booking(String service, Instant start, UUID specialist, Need... needs) {
        return new Booking(
                services.find(service).orElseThrow(),
                Place.HERE,
                start,
                specialist,
                "Алеся",
                start.getEpochSecond() + "." + Math.random() + "@family.example",
                null,
                TellBy.MAIL,
                Language.BE,
                List.of(),
                Set.of(needs),
                null);
    }
}

package by.pobach;

import by.pobach.diary.Diary;
import by.pobach.equipment.EquipmentDesk;
import by.pobach.offers.Roster;
import by.pobach.offers.Services;
import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import by.pobach.places.Centre;
import by.pobach.places.WorkingCalendar;
import by.pobach.signin.Passwords;
import by.pobach.web.Actor;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills an empty installation with a small made-up Centre, through the doors, in one transaction, before anything is served
 * or read into memory. Nobody in it is a real person. Ids are the same on every installation.
 */
@Component
@ConditionalOnProperty(name = "pobach.seed", havingValue = "demo")
class DemoSeed implements SmartInitializingSingleton {
    private final Centre centre;
    private final WorkingCalendar calendar;
    private final Staff staff;
    private final Passwords passwords;
    private final EquipmentDesk desk;
    private final Services services;
    private final Roster roster;
    private final Diary diary;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    DemoSeed(
            Centre centre,
            WorkingCalendar calendar,
            Staff staff,
            Passwords passwords,
            EquipmentDesk desk,
            Services services,
            Roster roster,
            Diary diary,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.centre = centre;
        this.calendar = calendar;
        this.staff = staff;
        this.passwords = passwords;
        this.desk = desk;
        this.services = services;
        this.roster = roster;
        this.diary = diary;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Actor.as(
                "seed:demo",
                () -> transaction.executeWithoutResult(status -> {
                    jdbc.sql(SeedLock.TAKE).query((row, _) -> true).single();
                    if (!centre.isSetUp()) {
                        furnish();
                    }
                }));
    }

    private void furnish() {
        new DemoHouse(centre, calendar).furnish();
        new DemoStaff(staff).hire();
        passwords.setDemo(staff.all().stream().map(StaffMember::id).toList());
        new DemoShelf(desk).fill();
        new DemoServices(services).offer();
        roster.register();
        new DemoHours(staff, services, diary).keep();
    }

    /** The id of something in the demo, such as {@code room/hearing}, {@code staff/kaval}, {@code item/fm-system/1}. */
    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(("demo/" + name).getBytes(StandardCharsets.UTF_8));
    }
}

package by.pobach.places;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import by.pobach.InTestHouse;
import by.pobach.places.UsefulNumber.Kind;
import by.pobach.places.WorkingCalendar.Opening;
import by.pobach.web.Ids;
import by.pobach.web.Words;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationModuleTest
@InTestHouse
class PlacesTests {
    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime SIX = LocalTime.of(18, 0);

    @Autowired
    Centre centre;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void an_empty_house_open_from_monday_to_friday() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from places.room").update();
            jdbc.sql("delete from places.calendar_day").update();
            List<Opening> week = new ArrayList<>();
            for (int day = 1; day <= 5; day++) {
                week.add(new Opening(DayOfWeek.of(day), NINE, SIX));
            }
            calendar.keepWeek(week);
            calendar.keepDay(LocalDate.of(2026, 1, 5), MONDAY, Words.same("so that the days are read again"));
            centre.addRoom(room("Пакінуты кабінет", Set.of()));
            jdbc.sql("delete from places.room").update();
        });
    }

    @Test
    void rooms_stand_in_the_order_of_the_house_and_neighbours_know_each_other() {
        Room hearing = room("Кабінет слыху", Set.of());
        Room vision = new Room(
                Ids.next(), Words.same("Кабінет зроку"), 1, Set.of("vision", "quiet"), Set.of(hearing.id()), 5);

        transaction.executeWithoutResult(status -> List.of(hearing, vision).forEach(centre::addRoom));

        assertThat(centre.rooms())
                .extracting(room -> room.name().be())
                .containsExactly("Кабінет слыху", "Кабінет зроку");
        assertThat(centre.room(vision.id())).contains(vision);
        assertThat(centre.room(hearing.id()).orElseThrow().neighbours()).containsExactly(vision.id());
    }

    @Test
    void a_room_is_seen_by_its_own_transaction_at_once_and_by_nobody_when_it_is_rolled_back() {
        Room room = room("Зала", Set.of("hall"));

        transaction.executeWithoutResult(status -> {
            centre.addRoom(room);
            assertThat(centre.room(room.id())).isPresent();
            assertThat(elsewhere(room.id())).isFalse();
            status.setRollbackOnly();
        });

        assertThat(centre.room(room.id())).isEmpty();
    }

    @Test
    void another_nodes_room_is_seen_within_a_second() throws InterruptedException {
        Room room = room("Кабінет на другім вузле", Set.of());
        assertThat(centre.rooms()).isEmpty();

        transaction.executeWithoutResult(status -> new RoomTable(jdbc).add(room));
        Thread.sleep(1000);

        assertThat(centre.room(room.id())).isPresent();
    }

    @Test
    void rooms_read_twice_without_a_change_are_the_very_same_list() throws InterruptedException {
        List<Room> rooms = centre.rooms();
        Thread.sleep(600);

        assertThat(centre.rooms()).isSameAs(rooms);
    }

    @Test
    void a_room_in_repair_is_not_offered_and_keeps_its_name() {
        Room room = room("Зала ў рамонце", Set.of("hall"));
        transaction.executeWithoutResult(status -> centre.addRoom(room));

        transaction.executeWithoutResult(status -> centre.use(room.id(), false));

        assertThat(centre.rooms()).isEmpty();
        assertThat(centre.room(room.id())).contains(room);
    }

    @Test
    void nobody_changes_the_house_outside_a_transaction() {
        assertThatThrownBy(() -> centre.addRoom(room("Кабінет", Set.of())))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void facts_are_kept_as_they_were_said() {
        CentreFacts facts = new CentreFacts(
                new Words("Цэнтр", "Центр", "Centre"),
                Words.same("вул. Ф. Скарыны, 13"),
                Words.same("вул. Ф. Скарыны"),
                ZoneId.of("Europe/Minsk"),
                List.of("+375 17 000-00-00", "+375 29 000-00-00"),
                "centre@pobach.example",
                List.of("be", "sgn-BY"),
                Words.same("Бясплатна"),
                Words.same("Ад метро прама."));

        transaction.executeWithoutResult(status -> centre.keepFacts(facts));
        transaction.executeWithoutResult(status -> centre.keepFacts(facts));

        assertThat(centre.facts()).isEqualTo(facts);
        assertThat(centre.isSetUp()).isTrue();
    }

    @Test
    void a_transferred_saturday_works_with_mondays_hours() {
        assertThat(calendar.hours(LocalDate.of(2026, 4, 25))).containsExactly(new Opening(MONDAY, NINE, SIX));
        assertThat(calendar.hours(LocalDate.of(2026, 4, 20))).isEmpty();
        assertThat(calendar.hours(LocalDate.of(2026, 4, 18))).isEmpty();
    }

    @Test
    void the_centres_own_word_on_a_day_wins() {
        LocalDate saturday = LocalDate.of(2026, 4, 18);
        LocalDate monday = LocalDate.of(2026, 6, 1);
        Words repair = new Words("Рамонт", "Ремонт", "Repairs");

        transaction.executeWithoutResult(status -> {
            calendar.keepDay(saturday, MONDAY, Words.same("Дзень адчыненых дзвярэй"));
            calendar.keepDay(monday, null, repair);
        });

        assertThat(calendar.hours(saturday)).hasSize(1);
        assertThat(calendar.day(monday).worksAs()).isNull();
        assertThat(calendar.holiday(monday)).contains(repair);
    }

    @Test
    void a_day_without_hours_is_closed_without_a_name() {
        LocalDate sunday = LocalDate.of(2026, 6, 7);

        assertThat(calendar.day(sunday).worksAs()).isNull();
        assertThat(calendar.holiday(sunday)).isEmpty();
    }

    @Test
    void an_answer_in_two_working_days_leaves_out_the_long_weekend() {
        LocalDate friday = LocalDate.of(2026, 4, 17);

        assertThat(calendar.workingDaysAfter(friday, 2)).isEqualTo(LocalDate.of(2026, 4, 23));
        assertThat(calendar.workingDaysAfter(LocalDate.of(2026, 4, 24), 1)).isEqualTo(LocalDate.of(2026, 4, 25));
        assertThat(calendar.workingDaysAfter(friday, 0)).isEqualTo(friday);
    }

    @Test
    void a_centre_that_never_opens_still_gets_a_date() {
        transaction.executeWithoutResult(status -> calendar.keepWeek(List.of()));

        assertThat(calendar.workingDaysAfter(LocalDate.of(2026, 4, 17), 2)).isAfter(LocalDate.of(2026, 4, 17));
    }

    @Test
    void a_break_at_noon_makes_two_openings_of_one_day() {
        LocalTime noon = LocalTime.of(12, 0);
        List<Opening> saturday = List.of(
                new Opening(SATURDAY, NINE, noon), new Opening(SATURDAY, LocalTime.of(13, 0), LocalTime.of(15, 0)));

        transaction.executeWithoutResult(status -> calendar.keepWeek(saturday));

        assertThat(calendar.hours(LocalDate.of(2026, 6, 6))).isEqualTo(saturday);
    }

    private boolean elsewhere(UUID room) {
        boolean[] seen = new boolean[1];
        try {
            Thread other =
                    Thread.ofVirtual().start(() -> seen[0] = centre.room(room).isPresent());
            other.join();
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
        return seen[0];
    }

    @Test
    void numbers_stand_as_the_centre_put_them_and_what_nobody_can_dial_is_refused() {
        UsefulNumber police = new UsefulNumber(Kind.DANGER, "102", new Words("міліцыя", "милиция", "police"));
        UsefulNumber text = new UsefulNumber(Kind.TEXT, "+375 29 000-00-00", Words.same("Centre"));

        transaction.executeWithoutResult(status -> centre.keepNumbers(List.of(text, police)));
        assertThat(centre.numbers(Kind.DANGER)).containsExactly(police);
        assertThat(centre.numbers(Kind.TEXT)).containsExactly(text);
        assertThat(text.digits()).isEqualTo("+375290000000");

        UsefulNumber broken = new UsefulNumber(Kind.DANGER, "call us", Words.same("?"));
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> centre.keepNumbers(List.of(broken))))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(centre.numbers(Kind.DANGER)).containsExactly(police);
        assertThatThrownBy(() -> centre.keepNumbers(List.of())).isInstanceOf(IllegalTransactionStateException.class);
    }

    private static Room room(String name, Set<String> features) {
        return new Room(Ids.next(), Words.same(name), 1, features, Set.of(), 10);
    }
}

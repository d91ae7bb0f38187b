package by.pobach;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.diary.Diary;
import by.pobach.equipment.EquipmentDesk;
import by.pobach.people.Contact;
import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import by.pobach.people.StaffMember.Role;
import by.pobach.places.Centre;
import by.pobach.places.Room;
import by.pobach.places.WorkingCalendar;
import by.pobach.web.Words;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(properties = {"pobach.seed=demo", "pobach.demo=true"})
@InTestHouse
class DemoSeedTests {
    @Autowired
    DemoSeed seed;

    @Autowired
    Centre centre;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    Staff staff;

    @Autowired
    EquipmentDesk desk;

    @Autowired
    Diary diary;

    @Test
    void the_example_is_as_large_as_the_centre_in_small() {
        assertThat(centre.rooms()).hasSize(8);
        assertThat(working(Role.DIRECTOR)).isEqualTo(1);
        assertThat(working(Role.COORDINATOR)).isEqualTo(2);
        assertThat(working(Role.METHODOLOGIST)).isEqualTo(2);
        assertThat(working(Role.SPECIALIST)).isEqualTo(9);
        assertThat(working(Role.INTERPRETER)).isEqualTo(1);
        assertThat(working(Role.VIDEO_INTERPRETER)).isEqualTo(1);
        assertThat(desk.itemsOf("fm-system"))
                .hasSize(3)
                .allSatisfy(item -> assertThat(item.band()).isNotNull());
        assertThat(desk.itemsOf("ultrasonic-cane")).hasSize(3);
        assertThat(desk.itemsOf("standing-frame")).hasSize(2);
        assertThat(desk.itemsOf("communicator")).hasSize(4);
        assertThat(calendar.week()).hasSize(6);
    }

    @Test
    void one_specialist_signs() {
        assertThat(staff.all().stream()
                        .filter(member -> member.is(Role.SPECIALIST))
                        .filter(StaffMember::signs))
                .hasSize(1);
    }

    @Test
    void every_room_can_be_reached_by_wheelchair_and_one_of_each_kind_is_there() {
        assertThat(centre.rooms())
                .allSatisfy(room -> assertThat(room.features()).contains("wheelchair"));
        assertThat(centre.rooms().stream().flatMap(room -> room.features().stream()))
                .contains("sensory", "aac", "hearing", "vision", "motor", "consult", "hall", "quiet");
    }

    @Test
    void nobody_real_can_be_called_or_written_to() {
        assertThat(centre.facts().phones()).containsExactly("+375 17 000-00-00");
        assertThat(Contact.phone(centre.facts().phones().getFirst())).isInstanceOf(Contact.Good.class);
        assertThat(Stream.concat(
                        Stream.of(centre.facts().email()), staff.all().stream().map(StaffMember::email)))
                .allSatisfy(email -> assertThat(email).endsWith("@pobach.example"))
                .allSatisfy(email -> assertThat(Contact.email(email)).isEqualTo(new Contact.Good(email)));
    }

    @Test
    void names_are_written_in_each_language_and_with_the_belarusian_apostrophe() {
        assertThat(Stream.concat(
                        staff.all().stream().map(StaffMember::name),
                        centre.rooms().stream().map(Room::name)))
                .allSatisfy(words -> assertThat(words.be()).doesNotContain("'").doesNotContainPattern("[иИщЩъЪ]"))
                .allSatisfy(words -> assertThat(words.ru()).doesNotContainPattern("[іІўЎ]"))
                .allSatisfy(words -> assertThat(words.en()).matches("[A-Za-z0-9 ]+"));
    }

    @Test
    void the_way_here_is_told_in_three_languages_with_the_same_steps() {
        Words way = centre.facts().gettingHere();

        assertThat(sentences(way.be())).isEqualTo(sentences(way.ru())).isGreaterThan(5);
        assertThat(way.en().toLowerCase(Locale.ROOT))
                .contains("ramp", "lift", "toilet", "changing table", "brother or sister");
    }

    @Test
    void the_diary_knows_the_devices() {
        assertThat(diary.knows(DemoSeed.id("item/fm-system/1"))).isTrue();
    }

    @Test
    void a_second_start_changes_nothing() {
        seed.afterSingletonsInstantiated();

        assertThat(centre.rooms()).hasSize(8);
        assertThat(staff.all()).hasSize(16);
    }

    private long working(Role role) {
        return staff.all().stream().filter(member -> member.is(role)).count();
    }

    private static long sentences(String text) {
        return text.chars().filter(c -> c == '.').count();
    }
}

package by.pobach.story;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.offers.Place;
import by.pobach.offers.Service;
import by.pobach.story.Facts.Device;
import by.pobach.story.Facts.Room;
import by.pobach.story.Facts.Somebody;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CardsTests {
    private static final Room UPSTAIRS = new Room("Кабінет слыху", 1, true);
    private static final Somebody ALENA = new Somebody("Алена", "сурдапедагог", false);
    private static final Somebody DARYA = new Somebody("Дар’я", "перакладчык жэставай мовы", false);
    private static final Device FM = new Device("fm-system", "FM-сістэма № 2");

    @Test
    void a_visit_upstairs_with_a_device_is_six_drawings_and_stop() {
        assertThat(drawings(here(UPSTAIRS, null, FM)))
                .containsExactly("door", "lift", "person", "room", "fm", "way-home", "stop");
    }

    @Test
    void nobody_is_promised_a_lift_who_stays_on_the_ground_floor() {
        assertThat(drawings(here(new Room("Зала", 0, true), null)))
                .contains("ramp")
                .doesNotContain("lift", "stairs");
        assertThat(words(here(new Room("Зала", 0, false), null)))
                .contains("way.ground")
                .doesNotContain("way.ramp");
    }

    @Test
    void nobody_is_promised_a_lift_to_a_room_that_a_wheelchair_does_not_reach() {
        List<Card> cards = Cards.of(here(new Room("Вежа", 2, false), null));

        assertThat(cards.get(1)).isEqualTo(Card.of("stairs", "way.up", 3));
    }

    @Test
    void without_a_device_the_story_says_what_will_be_done() {
        assertThat(words(here(UPSTAIRS, null))).contains("do.lesson").doesNotContain("device");
    }

    @Test
    void a_device_that_nobody_drew_comes_in_a_box() {
        assertThat(drawings(here(UPSTAIRS, null, new Device("braille-display", "Брайлеўскі дысплей"))))
                .contains("device");
    }

    @Test
    void the_interpreter_is_told_of_too_and_whether_on_a_screen() {
        assertThat(words(here(UPSTAIRS, DARYA))).contains("here.people");
        assertThat(drawings(here(UPSTAIRS, DARYA))).contains("pair").doesNotContain("person");
        assertThat(words(here(UPSTAIRS, new Somebody("Марта", "перакладчык", true))))
                .contains("here.person-and-screen");
    }

    @Test
    void by_video_and_by_phone_nobody_goes_anywhere() {
        assertThat(words(at(Place.VIDEO, null, null)))
                .containsExactly("video.place", "video.person", "do.lesson", "away.end", "stop");
        assertThat(words(at(Place.PHONE, null, DARYA)))
                .containsExactly("phone.place", "phone.people", "do.lesson", "away.end", "stop");
    }

    @Test
    void what_is_not_known_is_not_told() {
        assertThat(words(at(Place.HERE, null, null)))
                .containsExactly("here.door", "here.person", "do.lesson", "here.end", "stop");
    }

    private static Facts here(Room room, @Nullable Somebody interpreter, Device... devices) {
        return at(Place.HERE, room, interpreter, devices);
    }

    private static Facts at(Place place, @Nullable Room room, @Nullable Somebody interpreter, Device... devices) {
        return new Facts(
                place,
                "15:00",
                "15:45",
                "45 хвілін",
                "вул. Ф. Скарыны, 13",
                room,
                ALENA,
                interpreter,
                Service.Kind.LESSON,
                List.of(devices));
    }

    private static List<String> drawings(Facts facts) {
        return Cards.of(facts).stream().map(Card::drawing).toList();
    }

    private static List<String> words(Facts facts) {
        return Cards.of(facts).stream().map(Card::words).toList();
    }
}

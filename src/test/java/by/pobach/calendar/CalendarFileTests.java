package by.pobach.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a family's own calendar makes of our file: ical4j reads it, a parser that is not ours. */
@NullMarked
class CalendarFileTests {
    private static final Instant FIRST_OF_MARCH = Instant.parse("2027-03-01T07:00:00Z");
    private static final List<String> ZONES = List.of(
            "Europe/Minsk",
            "Europe/Warsaw",
            "Europe/Vilnius",
            "Europe/Kyiv",
            "Europe/Moscow",
            "Europe/London",
            "Europe/Lisbon",
            "Europe/Chisinau",
            "Europe/Istanbul",
            "Asia/Tbilisi",
            "Asia/Yerevan",
            "Asia/Almaty",
            "Asia/Jerusalem",
            "Asia/Tehran",
            "Asia/Beirut",
            "Africa/Cairo",
            "Africa/Casablanca",
            "America/New_York",
            "America/St_Johns",
            "America/Sao_Paulo",
            "America/Santiago",
            "Australia/Lord_Howe",
            "Pacific/Auckland",
            "Pacific/Apia",
            "Antarctica/Troll");

    @Test
    void the_family_puts_the_meeting_into_its_calendar() throws Exception {
        VEvent event = event(CalendarFile.publish(meeting("Сустрэча", "вул. Ф. Скарыны, 13, корпус 7", false)));

        assertThat(value(event, "UID")).isEqualTo("7f1c@pobach");
        assertThat(value(event, "SEQUENCE")).isEqualTo("2");
        assertThat(value(event, "SUMMARY")).isEqualTo("Сустрэча");
        assertThat(value(event, "LOCATION")).isEqualTo("вул. Ф. Скарыны, 13, корпус 7");
        assertThat(value(event, "URL")).isEqualTo("https://pobach.example/v/abc");
        assertThat(value(event, "STATUS")).isEqualTo("CONFIRMED");
        assertThat(start(event)).isEqualTo(FIRST_OF_MARCH);
    }

    @Test
    void after_a_cancellation_the_same_entry_says_cancelled() throws Exception {
        String file = CalendarFile.publish(meeting("Сустрэча", "Мінск", true));

        assertThat(file).contains("\r\nMETHOD:PUBLISH\r\n");
        assertThat(value(event(file), "STATUS")).isEqualTo("CANCELLED");
        assertThat(value(event(file), "UID")).isEqualTo("7f1c@pobach");
    }

    @Test
    void a_mailed_invitation_names_both_sides_and_asks_for_no_answer() throws Exception {
        String file = CalendarFile.invitation(
                meeting("Сустрэча", "Мінск", false), "centre@pobach.example", "mother@example.org");

        assertThat(file).contains("\r\nMETHOD:REQUEST\r\n");
        assertThat(value(event(file), "ORGANIZER")).isEqualTo("mailto:centre@pobach.example");
        assertThat(value(event(file), "ATTENDEE")).isEqualTo("mailto:mother@example.org");
        assertThat(file.replace("\r\n ", "")).contains("RSVP=FALSE");
        parsed(file).validate();
    }

    @Test
    void a_cancelled_invitation_is_taken_back() throws Exception {
        String file = CalendarFile.invitation(
                meeting("Сустрэча", "Мінск", true), "centre@pobach.example", "mother@example.org");

        assertThat(file).contains("\r\nMETHOD:CANCEL\r\n");
        parsed(file).validate();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Meeting\r\nATTENDEE:mailto:thief@example.org",
                "Meeting\nBEGIN:VALARM",
                "Meeting\rX-EVIL:1",
                "Meeting\u2028X-EVIL:1\u0085X-EVIL:2",
                "a;b,c\\d:e\"f",
                "\u0000\u0007\u001b\u007f"
            })
    void nobody_writes_a_line_of_their_own_into_the_file(String typed) throws Exception {
        var entry = new CalendarEntry(
                "7f1c@pobach" + typed,
                0,
                FIRST_OF_MARCH,
                FIRST_OF_MARCH,
                FIRST_OF_MARCH.plusSeconds(60),
                ZoneId.of("Europe/Minsk"),
                typed,
                typed,
                "https://pobach.example/" + typed,
                false);

        String file = CalendarFile.invitation(entry, "centre@pobach.example" + typed, "mother@example.org" + typed);

        assertThat(names(file))
                .containsExactly(
                        "BEGIN",
                        "VERSION",
                        "PRODID",
                        "CALSCALE",
                        "METHOD",
                        "BEGIN",
                        "UID",
                        "SEQUENCE",
                        "DTSTAMP",
                        "LAST-MODIFIED",
                        "DTSTART",
                        "DTEND",
                        "SUMMARY",
                        "STATUS",
                        "TRANSP",
                        "CLASS",
                        "LOCATION",
                        "URL",
                        "ORGANIZER",
                        "ATTENDEE",
                        "END",
                        "END");
    }

    @Test
    void a_talk_by_phone_has_no_place() throws Exception {
        assertThat(event(CalendarFile.publish(meeting("Сустрэча", "", false))).getProperty("LOCATION"))
                .isEmpty();
    }

    @Test
    void words_come_back_as_they_were() throws Exception {
        String typed = "Сустрэча; «у 3-й зале», C:\\дом\nдругі радок 👩‍🦯";

        assertThat(value(event(CalendarFile.publish(meeting(typed, typed, false))), "SUMMARY"))
                .isEqualTo(typed);
    }

    @Test
    void no_line_is_longer_than_75_octets_and_no_letter_is_cut() throws Exception {
        var random = new Random(13);
        for (int i = 0; i < 500; i++) {
            String words = random.ints(random.nextInt(300), 0, LETTERS.size())
                    .mapToObj(LETTERS::get)
                    .reduce("", String::concat);
            String file = CalendarFile.publish(meeting(words, "Мінск", false));

            for (String line : file.split("\r\n", -1)) {
                byte[] octets = line.getBytes(StandardCharsets.UTF_8);
                assertThat(octets.length).isLessThanOrEqualTo(75);
                assertThat(line).doesNotContain("\uFFFD", "\n", "\r");
            }
            assertThat(file.replace("\r\n ", "")).contains("SUMMARY:" + ContentLines.escaped(words) + "\r\n");
        }
    }

    private static final List<String> LETTERS = List.of("a", "ў", "і", "—", "👩", " ", "ё", "’", ";", ",");

    @Test
    void the_instant_is_the_same_on_each_side_of_each_clock_change() throws Exception {
        int checked = 0;
        for (String name : ZONES) {
            for (Instant moment : clockChanges(ZoneId.of(name))) {
                for (int minutes : new int[] {-90, -30, -1, 0, 30, 90}) {
                    Instant start = moment.plus(Duration.ofMinutes(minutes));
                    var entry = new CalendarEntry(
                            "u", 0, start, start, start.plusSeconds(2700), ZoneId.of(name), "s", "l", null, false);

                    assertThat(start(event(CalendarFile.publish(entry)))).isEqualTo(start);
                    checked++;
                }
            }
        }
        assertThat(checked).isGreaterThan(2000);
    }

    private static List<Instant> clockChanges(ZoneId zone) {
        var found = new ArrayList<Instant>();
        Instant until = Instant.parse("2036-01-01T00:00:00Z");
        Instant from = Instant.parse("2020-01-01T00:00:00Z");
        found.add(from);
        for (var next = zone.getRules().nextTransition(from);
                next != null && next.getInstant().isBefore(until);
                next = zone.getRules().nextTransition(next.getInstant())) {
            found.add(next.getInstant());
        }
        return found;
    }

    private static CalendarEntry meeting(String summary, String location, boolean cancelled) {
        return new CalendarEntry(
                "7f1c@pobach",
                2,
                Instant.parse("2027-02-20T10:00:00Z"),
                FIRST_OF_MARCH,
                FIRST_OF_MARCH.plus(Duration.ofMinutes(45)),
                ZoneId.of("Europe/Minsk"),
                summary,
                location,
                "https://pobach.example/v/abc",
                cancelled);
    }

    private static Calendar parsed(String file) throws Exception {
        return new CalendarBuilder().build(new StringReader(file));
    }

    private static VEvent event(String file) throws Exception {
        return (VEvent) parsed(file).getComponents("VEVENT").getFirst();
    }

    private static String value(VEvent event, String name) {
        return event.getProperty(name).map(Property::getValue).orElseThrow();
    }

    private static Instant start(VEvent event) {
        Temporal start = event.getDateTimeStart().getDate();
        return start instanceof ZonedDateTime zoned ? zoned.toInstant() : Instant.from(start);
    }

    private static List<String> names(String file) {
        return file.replace("\r\n ", "")
                .lines()
                .map(line -> line.split("[:;]", 2)[0])
                .toList();
    }
}

package by.pobach.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import by.pobach.InTestHouse;
import by.pobach.diary.Diary;
import by.pobach.offers.Need;
import by.pobach.offers.OfferRules;
import by.pobach.offers.Offers;
import by.pobach.offers.Service;
import by.pobach.offers.Services;
import by.pobach.offers.Wish;
import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import by.pobach.people.StaffMember.Role;
import by.pobach.places.Centre;
import by.pobach.places.WorkingCalendar;
import by.pobach.signin.AtDesk;
import by.pobach.visits.LetterTexts;
import by.pobach.visits.Outcome;
import by.pobach.visits.SmallCentre;
import by.pobach.visits.Visit;
import by.pobach.visits.Visits;
import by.pobach.web.Actor;
import by.pobach.web.IcuMessages;
import by.pobach.web.Language;
import by.pobach.web.Words;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A coordinator sets the Centre up by its forms, through all filters of the house and on a real database. */
@SpringBootTest
@AutoConfigureMockMvc
@InTestHouse
@Import(SmallCentre.class)
@NullMarked
class SettingsPagesTests {
    private static final UUID MARYNA = SmallCentre.id("maryna");
    private static final UUID ALEH = SmallCentre.id("aleh");
    private static final String ROOM = "/desk/settings/rooms/" + SmallCentre.FIRST_ROOM;
    private static final String TALK = "/desk/settings/services/talk";

    @Autowired
    MockMvc mvc;

    @Autowired
    SmallCentre small;

    @Autowired
    Centre centre;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    Staff staff;

    @Autowired
    Services services;

    @Autowired
    Offers offers;

    @Autowired
    Diary diary;

    @Autowired
    Visits visits;

    @Autowired
    LetterTexts texts;

    @Autowired
    IcuMessages messages;

    @Autowired
    OfferRules offerRules;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void the_centre_is_open() {
        small.open();
        if (staff.find(MARYNA).isEmpty()) {
            Actor.as(
                    "test",
                    () -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                        staff.hire(member(MARYNA, "Марына"));
                        staff.hire(member(ALEH, "Алег"));
                    }));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/centre", "/hours", "/rooms", "/staff", "/services", "/absences", "/days"})
    void pavel_the_specialist_is_kindly_refused(String page) throws Exception {
        MockHttpServletResponse answer = as(SmallCentre.PAVEL, get("/desk/settings" + page));

        assertThat(answer.getStatus()).isEqualTo(403);
    }

    @Test
    void maryna_writes_the_new_address_and_families_read_it_at_once() throws Exception {
        FilledForm form = form("/desk/settings/centre").inAll("centre-address", "Мінск, вул. Новая, 1");

        assertThat(send(form).getStatus()).isEqualTo(302);

        assertThat(page("/")).contains("Мінск, вул. Новая, 1");
        assertThat(page("/desk/settings/centre")).contains("Марына", "стала «Мінск, вул. Новая, 1»");
    }

    @Test
    void what_cannot_be_read_is_said_at_its_field_and_everything_typed_stays() throws Exception {
        FilledForm form = form("/desk/settings/centre")
                .with("centre-phones", "патэлефануйце")
                .with("centre-name-ru", "")
                .with("centre-email", "centre@");

        MockHttpServletResponse answer = send(form);

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains(
                        "href=\"#centre-phones\"",
                        "href=\"#centre-name-ru\"",
                        "href=\"#centre-email\"",
                        "value=\"патэлефануйце\"",
                        "value=\"centre@\"");
        assertThat(centre.facts().name().ru()).isNotEmpty();
    }

    @Test
    void aleh_is_second_and_sees_both_texts() throws Exception {
        FilledForm marynas = form(ROOM).with("room-name-be", "Ціхі кабінет");
        FilledForm alehs = form(ROOM).with("room-name-be", "Блакітны кабінет");
        send(marynas);

        MockHttpServletResponse answer =
                as(ALEH, post(URI.create(alehs.action())).params(alehs.fields()));

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getContentAsString())
                .contains("Гэты запіс ужо змянілі", "Марына", "«Ціхі кабінет»", "value=\"Блакітны кабінет\"");
        FilledForm again = FilledForm.in(answer.getContentAsString());
        assertThat(send(again).getStatus()).isEqualTo(302);
        assertThat(centre.room(SmallCentre.FIRST_ROOM).orElseThrow().name().be())
                .isEqualTo("Блакітны кабінет");
    }

    @Test
    void a_form_sent_twice_adds_one_room() throws Exception {
        int before = centre.rooms().size();
        FilledForm form = form("/desk/settings/rooms/new")
                .inAll("room-name", "Новы кабінет")
                .with("room-floor", "2")
                .with("room-features", "consult", "quiet");

        send(form);
        send(form);

        assertThat(centre.rooms()).hasSize(before + 1);
        assertThat(centre.rooms().getLast().features()).containsExactlyInAnyOrder("consult", "quiet");
        assertThat(diary.knows(centre.rooms().getLast().id())).isTrue();
    }

    @Test
    void a_room_that_is_no_longer_used_keeps_its_past_and_is_offered_to_nobody() throws Exception {
        Visit visit = book("talk", small.wednesday(3, 10, 0), SmallCentre.ALENA);
        UUID room = java.util.Objects.requireNonNull(visit.room());
        String path = "/desk/settings/rooms/" + room;
        assertThat(page(path)).contains("Наперадзе", "/desk/visits/" + visit.id() + "/move");

        as(MARYNA, post(path + "/retirement"));

        assertThat(centre.rooms()).noneMatch(left -> left.id().equals(room));
        assertThat(centre.room(room)).isPresent();
        assertThat(visits.find(visit.id()).orElseThrow().room()).isEqualTo(room);
        assertThat(page("/desk/settings/rooms")).contains(path);
        as(MARYNA, post(path + "/return"));
        assertThat(centre.rooms()).anyMatch(back -> back.id().equals(room));
    }

    @Test
    void the_centre_opens_later_and_no_earlier_time_is_offered() throws Exception {
        Instant nine = small.wednesday(4, 9, 0);
        Instant noon = small.wednesday(4, 13, 0);
        assertThat(free("talk", nine)).contains(nine, noon);

        send(form("/desk/settings/hours").with("day-3", "10-12, 13:00–17:00"));

        assertThat(free("talk", nine))
                .contains(small.wednesday(4, 10, 0), noon)
                .doesNotContain(nine, small.wednesday(4, 12, 0));
        assertThat(form("/desk/settings/hours").value("day-3")).isEqualTo("10:00–12:00, 13:00–17:00");
        send(form("/desk/settings/hours").with("day-3", "9-17"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "17-9", "9-13, 12-18", "9:03-12", "25-26", "з дзевяці"})
    void hours_that_make_no_sense_are_refused(String hours) throws Exception {
        MockHttpServletResponse answer = send(form("/desk/settings/hours").with("day-5", hours));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("value=\"" + hours + "\"", "href=\"#day-5\"");
    }

    @Test
    void a_closed_day_of_the_centre_is_told_to_families_and_taken_back() throws Exception {
        Instant ten = small.wednesday(5, 10, 0);
        LocalDate day = ten.atZone(SmallCentre.MINSK).toLocalDate();

        send(form("/desk/settings/days").with("days-date", day.toString()).inAll("days-name", "Рамонт"));

        assertThat(calendar.hours(day)).isEmpty();
        assertThat(free("talk", ten)).isEmpty();
        assertThat(page("/desk/settings/days")).contains("Рамонт", "2026");
        as(MARYNA, post("/desk/settings/days/removal").param("date", day.toString()));
        assertThat(free("talk", ten)).contains(ten);
    }

    @Test
    void hours_from_a_date_leave_the_days_before_it_alone() throws Exception {
        Instant before = small.wednesday(6, 10, 0);
        Instant after = small.wednesday(8, 10, 0);
        String hours = "/desk/settings/staff/" + SmallCentre.VERA_WHO_SIGNS + "/hours";
        send(week(form(hours), "9-17"));

        FilledForm later = week(form(hours), "13-17")
                .with(
                        "hours-from",
                        before.atZone(SmallCentre.MINSK)
                                .toLocalDate()
                                .plusDays(7)
                                .toString());
        assertThat(send(later).getStatus()).isEqualTo(302);

        assertThat(free("lesson", before, SmallCentre.VERA_WHO_SIGNS)).contains(before);
        assertThat(free("lesson", after, SmallCentre.VERA_WHO_SIGNS))
                .doesNotContain(after)
                .contains(small.wednesday(8, 13, 0));
        send(form(hours).with("hours-as-centre", "true"));
        assertThat(free("lesson", after, SmallCentre.VERA_WHO_SIGNS)).contains(after);
    }

    @Test
    void hanna_is_hired_gives_a_service_and_sets_her_password_by_the_link() throws Exception {
        FilledForm form = form("/desk/settings/staff/new")
                .inAll("staff-name", "Ганна Мікуліч")
                .inAll("staff-profession", "лагапед")
                .with("staff-email", "hanna.mikulich@pobach.example")
                .with("staff-roles", "specialist")
                .with("staff-languages", "be", "ru")
                .with("staff-services", "talk");
        String path = form.action();
        send(form);
        UUID hanna = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));

        assertThat(services.find("talk").orElseThrow().specialists()).contains(hanna);
        assertThat(free("talk", small.wednesday(2, 10, 0), hanna)).isNotEmpty();
        assertThat(page(TALK)).contains("Ганна Мікуліч");

        String invited = as(MARYNA, post(path + "/invitation")).getContentAsString();
        String link = invited.replaceAll("(?s).*href=\"http://localhost:8080(/set-up/password/[^\"]+)\".*", "$1");
        assertThat(page(link)).contains("Ганна Мікуліч");
        assertThat(as(MARYNA, post(link).param("password", "короткі")).getStatus())
                .isEqualTo(422);
        assertThat(as(MARYNA, post(link).param("password", "сіні васілёк у полі"))
                        .getRedirectedUrl())
                .isEqualTo("/sign-in");
        assertThat(as(MARYNA, get(link)).getStatus()).isEqualTo(404);
    }

    @Test
    void an_address_of_somebody_else_is_refused() throws Exception {
        String pavels = staff.find(SmallCentre.PAVEL).orElseThrow().email();
        FilledForm form =
                form("/desk/settings/staff/" + SmallCentre.ALENA).with("staff-email", pavels.toUpperCase(Locale.ROOT));

        assertThat(send(form).getContentAsString()).contains("href=\"#staff-email\"", "ужо ёсць у іншага");
    }

    @Test
    void who_leaves_is_offered_to_nobody_after_the_last_day_and_the_visits_stay() throws Exception {
        Instant later = small.wednesday(7, 10, 0);
        UUID ryhor = SmallCentre.id("ryhor");
        hire(ryhor, "talk");
        Visit visit = book("talk", later, ryhor);
        LocalDate last = later.atZone(SmallCentre.MINSK).toLocalDate().minusDays(7);
        assertThat(free("talk", later, ryhor)).isNotEmpty();

        as(MARYNA, post("/desk/settings/staff/" + ryhor + "/leaving").param("last", last.toString()));

        assertThat(free("talk", later, ryhor)).isEmpty();
        assertThat(free("talk", small.wednesday(5, 10, 0), ryhor)).isNotEmpty();
        assertThat(visits.find(visit.id()).orElseThrow().stands()).isTrue();
        assertThat(page("/desk/settings/staff/" + ryhor)).contains("Наперадзе 1 сустрэча");
    }

    @Test
    void a_service_gets_longer_and_the_visit_already_promised_does_not() throws Exception {
        Visit visit = book("talk", small.wednesday(9, 10, 0), SmallCentre.PAVEL);

        send(form(TALK).with("service-minutes", "60"));

        assertThat(services.find("talk").orElseThrow().minutes()).isEqualTo(60);
        assertThat(visits.find(visit.id()).orElseThrow().end()).isEqualTo(visit.end());
        assertThat(page(TALK)).contains("Наперадзе");
        send(form(TALK).with("service-minutes", "30"));
    }

    @Test
    void a_hidden_service_is_found_by_nobody_but_its_visits() throws Exception {
        Visit visit = book("lesson", small.wednesday(9, 14, 0), SmallCentre.ALENA);
        String lesson = "/desk/settings/services/lesson";

        send(form(lesson).with("service-until", LocalDate.now(SmallCentre.MINSK).toString()));

        assertThat(services.all()).noneMatch(service -> service.id().equals("lesson"));
        assertThat(services.find(visit.service())).isPresent();
        assertThat(page("/desk/settings/services")).contains(lesson);
        send(form(lesson).with("service-until", ""));
        assertThat(services.offered("lesson")).isPresent();
    }

    @Test
    void an_absence_lists_the_visits_that_were_promised_in_it() throws Exception {
        Instant ten = small.wednesday(10, 10, 0);
        Visit visit = book("talk", ten, SmallCentre.PAVEL);
        String day = ten.atZone(SmallCentre.MINSK).toLocalDate().toString();

        send(form("/desk/settings/absences?of=" + SmallCentre.PAVEL)
                .with("absence-from", day)
                .with("absence-to", day));

        assertThat(page("/desk/settings/absences")).contains("/desk/visits/" + visit.id() + "/move");
        assertThat(free("talk", ten, SmallCentre.PAVEL)).isEmpty();
    }

    @Test
    void the_letter_says_what_maryna_wrote_and_then_again_what_it_said_before() throws Exception {
        String booked = "/desk/settings/letters/booked";
        FilledForm form = form(booked).with("letter-text-be", "Вітаем! {day}, {time}.\n\nПадрабязней: {link}");

        assertThat(send(form).getStatus()).isEqualTo(302);

        Visit visit = book("talk", small.wednesday(11, 10, 0), SmallCentre.ALENA);
        assertThat(letter(visit))
                .startsWith("Вітаем! серада, ")
                .contains("10:00", "/visits/")
                .doesNotContain("Код");
        as(MARYNA, post(booked + "/original"));
        assertThat(letter(book("talk", small.wednesday(11, 11, 0), SmallCentre.ALENA)))
                .startsWith("Добры дзень!");
        assertThat(page(booked)).contains("Марына", "Вярнуць першапачатковы тэкст");
    }

    @Test
    void words_from_another_node_are_used_within_a_second() throws Exception {
        jdbc.sql("insert into letters.wording (key, language, words, by_actor) values (?, 'be', ?, 'test')")
                .params("visits.letter.subject-moved", "Навіна {date}, {time}")
                .update();

        Thread.sleep(1_000);

        assertThat(texts.now("subject-moved", Language.BE)).isEqualTo("Навіна {date}, {time}");
        jdbc.sql("delete from letters.wording").update();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{day} {time} {link} для {child}|у лісце быць не можа",
                "{day} {time} {link} {specialist}|у лісце быць не можа",
                "{day} {time} {link} {horoskop}|няма чаго паставіць",
                "{day} {link}|Без {time}",
                "{time} {link}|Без {day}",
                "{day} {time}|Без {link}",
                "{day} {time} {link} }|без пары",
                "{day} {time} {link} https://evil.example|толькі {link}",
                "''|Напішыце гэта"
            })
    void words_that_would_say_too_much_or_too_little_are_refused(String text, String why) throws Exception {
        MockHttpServletResponse answer =
                send(form("/desk/settings/letters/booked").with("letter-text-be", text));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains(why, "href=\"#letter-text-be\"");
        assertThat(texts.now("booked", Language.BE)).startsWith("Добры дзень!");
    }

    @Test
    void every_letter_we_came_with_would_pass_its_own_check() {
        for (String kind : texts.kinds()) {
            assertThat(messages.say(Language.BE, "settings.letter.of." + kind)).doesNotContain("?");
            for (String key : texts.keys(kind)) {
                for (Language language : Language.values()) {
                    assertThat(texts.wrong(key, texts.original(key, language)))
                            .as("%s in %s", key, language)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void a_preview_shows_what_was_typed_and_keeps_nothing() throws Exception {
        FilledForm form = form("/desk/settings/letters/booked")
                .with("letter-subject-en", "See you {date}, {time}")
                .with("preview", "true");

        MockHttpServletResponse answer = send(form);

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString())
                .contains("See you 24 February, 15:00", "value=\"See you {date}, {time}\"");
        assertThat(texts.now("subject-booked", Language.EN)).doesNotContain("See you");
    }

    @Test
    void the_centre_lets_people_book_three_weeks_ahead_only() throws Exception {
        String rules = "/desk/settings/rules";
        assertThat(free("talk", small.wednesday(4, 10, 0))).isNotEmpty();
        String before = form(rules).value("rules-horizon-days");

        send(form(rules).with("rules-horizon-days", "21"));

        assertThat(offerRules.horizonDays()).isEqualTo(21);
        assertThat(page(rules)).contains("Марына", "стала «21»");
        assertThat(send(form(rules).with("rules-horizon-days", "365")).getStatus())
                .isEqualTo(422);
        assertThat(send(form(rules).with("rules-erase-days", "31")).getContentAsString())
                .contains("Напішыце лік ад 1 да 30.");
        send(form(rules).with("rules-horizon-days", before));
    }

    private String letter(Visit visit) {
        return jdbc.sql("select words from letters.letter where about = ?")
                .param(visit.id())
                .query(String.class)
                .single();
    }

    private static StaffMember member(UUID id, String name) {
        return new StaffMember(
                id,
                Words.same(name),
                Words.same("каардынатар"),
                Set.of(Role.COORDINATOR),
                List.of("be"),
                id + "@pobach.example");
    }

    private void hire(UUID id, String service) {
        Actor.as(
                "test",
                () -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    staff.hire(new StaffMember(
                            id,
                            Words.same("Рыгор"),
                            Words.same("псіхолаг"),
                            Set.of(Role.SPECIALIST),
                            List.of("be"),
                            id + "@pobach.example"));
                    Service given = services.find(service).orElseThrow();
                    services.change(given.with(
                            java.util.stream.Stream.concat(given.specialists().stream(), java.util.stream.Stream.of(id))
                                    .toList()));
                }));
    }

    private static FilledForm week(FilledForm form, String hours) {
        FilledForm filled = form;
        for (int day = 1; day <= 5; day++) {
            filled = filled.with("day-" + day, hours);
        }
        filled.fields().remove("hours-as-centre");
        return filled;
    }

    private Visit book(String service, Instant start, UUID specialist) {
        Outcome outcome = visits.book(
                small.booking(service, start, specialist, new Need[0]),
                UUID.randomUUID().toString(),
                "agreed");
        assertThat(outcome).isInstanceOf(Outcome.Booked.class);
        return ((Outcome.Booked) outcome).visit();
    }

    private List<Instant> free(String service, Instant day) {
        return free(service, day, null);
    }

    private List<Instant> free(String service, Instant day, @org.jspecify.annotations.Nullable UUID specialist) {
        LocalDate date = day.atZone(SmallCentre.MINSK).toLocalDate();
        Service found = services.find(service).orElseThrow();
        return offers
                .find(
                        new Wish(
                                found,
                                found.places().getFirst(),
                                specialist,
                                Set.of(),
                                date,
                                date.plusDays(1),
                                List.of()),
                        100)
                .days()
                .stream()
                .flatMap(free -> free.starts().stream())
                .toList();
    }

    private FilledForm form(String path) throws Exception {
        return FilledForm.in(page(path));
    }

    private MockHttpServletResponse send(FilledForm form) throws Exception {
        return as(MARYNA, post(URI.create(form.action())).params(form.fields()));
    }

    private String page(String path) throws Exception {
        MockHttpServletResponse answer = as(MARYNA, get(URI.create(path)));
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString();
    }

    private MockHttpServletResponse as(UUID who, MockHttpServletRequestBuilder request) throws Exception {
        String role = staff.find(who).orElseThrow().roles().iterator().next().name();
        return mvc.perform(request.with(AtDesk.as("staff:" + who, role))
                        .with(csrf())
                        .locale(Locale.of("be")))
                .andReturn()
                .getResponse();
    }
}

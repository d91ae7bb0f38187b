package by.pobach.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import by.pobach.InTestHouse;
import by.pobach.offers.Need;
import by.pobach.people.Person.TellBy;
import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import by.pobach.people.StaffMember.Role;
import by.pobach.places.WorkingCalendar;
import by.pobach.signin.AtDesk;
import by.pobach.visits.Booking;
import by.pobach.visits.MovedClock;
import by.pobach.visits.Outcome;
import by.pobach.visits.Outcome.Booked;
import by.pobach.visits.SmallCentre;
import by.pobach.visits.Task;
import by.pobach.visits.Tasks;
import by.pobach.visits.Visit;
import by.pobach.visits.VisitChanges;
import by.pobach.visits.VisitTable;
import by.pobach.visits.Visits;
import by.pobach.web.Actor;
import by.pobach.web.Language;
import by.pobach.web.Words;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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

/** What people of the Centre see and do at the desk, through all filters of the house and on a real database. */
@SpringBootTest
@AutoConfigureMockMvc
@InTestHouse
@Import({SmallCentre.class, MovedClock.InTheHouse.class, Counted.InTheHouse.class})
@NullMarked
class DeskPagesTests {
    private static final UUID MARYNA_THE_COORDINATOR = SmallCentre.id("maryna");
    private static final UUID KATSIARYNA_THE_METHODOLOGIST = SmallCentre.id("katsiaryna");
    private static final Pattern FIRST_TIME = Pattern.compile("name=\"start\"[^>]*value=\"([^\"]+)\"");

    @Autowired
    MockMvc mvc;

    @Autowired
    SmallCentre centre;

    @Autowired
    Visits visits;

    @Autowired
    VisitChanges changes;

    @Autowired
    Tasks tasks;

    @Autowired
    Staff staff;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    MovedClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient sql;

    @BeforeEach
    void the_centre_is_open() {
        centre.open();
        if (staff.find(MARYNA_THE_COORDINATOR).isEmpty()) {
            Actor.as(
                    "test",
                    () -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                        staff.hire(member(MARYNA_THE_COORDINATOR, "Марына", Role.COORDINATOR));
                        staff.hire(member(KATSIARYNA_THE_METHODOLOGIST, "Кацярына", Role.METHODOLOGIST));
                    }));
        }
    }

    @AfterEach
    void time_goes_on() {
        centre.today(clock);
    }

    @Test
    void a_stranger_is_asked_to_sign_in() throws Exception {
        MockHttpServletResponse answer =
                mvc.perform(get("/desk/tasks")).andReturn().getResponse();

        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(answer.getRedirectedUrl()).contains("/sign-in");
    }

    @Test
    void maryna_sees_who_comes_and_katsiaryna_only_when_and_where() throws Exception {
        Visit visit = alesya(centre.wednesday(0, 10, 0));
        String day = "/desk?day=" + visit.start().atZone(SmallCentre.MINSK).toLocalDate();

        assertThat(page(MARYNA_THE_COORDINATOR, day))
                .contains("Алеся Кавалёва", "10:00–10:30", "/desk/visits/" + visit.id());
        assertThat(page(SmallCentre.ALENA, day)).contains("Алеся Кавалёва");
        assertThat(page(SmallCentre.PAVEL, day)).contains("10:00–10:30").doesNotContain("Алеся Кавалёва");
        assertThat(page(KATSIARYNA_THE_METHODOLOGIST, day))
                .contains("10:00–10:30")
                .doesNotContain("Алеся Кавалёва", "/desk/visits/");
    }

    @Test
    void the_day_says_who_is_here_now_and_who_comes_next() throws Exception {
        Visit ten = alesya(centre.wednesday(1, 10, 0));
        alesya(centre.wednesday(1, 11, 0));
        clock.set(ten.start().plusSeconds(300));

        String page = page(MARYNA_THE_COORDINATOR, "/desk");

        assertThat(page).containsSubsequence("Цяпер", "10:00–10:30", "Далей", "11:00–11:30", "сустрэчы за дзень");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_page_speaks_three_languages(Language language) throws Exception {
        Visit visit = alesya(centre.wednesday(2, 9 + language.ordinal(), 0));
        for (String path : List.of(
                "/desk",
                "/desk?by=person",
                "/desk/week?person=" + SmallCentre.ALENA,
                "/desk/week?room=" + SmallCentre.FIRST_ROOM,
                "/desk/week?device=" + SmallCentre.id("fm 1"),
                "/desk/visits/new",
                "/desk/tasks",
                "/desk/month",
                "/desk/month?of=" + SmallCentre.ALENA,
                "/desk?of=" + SmallCentre.ALENA,
                "/desk/search",
                "/desk/paper?day=" + day(visit),
                "/desk/visits/" + visit.id(),
                "/desk/visits/" + visit.id() + "/move")) {
            String page =
                    page(MARYNA_THE_COORDINATOR, path + (path.contains("?") ? "&" : "?") + "lang=" + language.tag());

            assertThat(page)
                    .as(path)
                    .contains("lang=\"" + language.tag() + "\"", "Марына")
                    .doesNotContain("??");
            assertThat(page).as(path).doesNotContain(" style=");
        }
    }

    @Test
    void a_mother_on_the_phone_gets_her_time_in_one_form() throws Exception {
        MockHttpServletResponse answer = send(phoneForm("/desk/visits/new?service=talk")
                .param("name", "Алеся")
                .param("phone", "8 029 " + number())
                .param("agreed", "yes"));

        assertThat(answer.getStatus()).isEqualTo(302);
        String address = String.valueOf(answer.getRedirectedUrl());
        Visit visit = visits.find(UUID.fromString(address.replaceAll(".*/|\\?.*", "")))
                .orElseThrow();
        assertThat(visit.state()).isEqualTo(Visit.State.BOOKED);
        assertThat(visits.history(visit))
                .extracting(VisitTable.Step::by)
                .containsExactly("staff:" + MARYNA_THE_COORDINATOR);
        assertThat(page(MARYNA_THE_COORDINATOR, address)).contains("Сустрэча запісана", visit.code(), "Расказана");
    }

    @Test
    void the_same_form_sent_twice_makes_one_visit() throws Exception {
        String phone = "8 029 " + number();
        String time = time("/desk/visits/new?service=talk");
        String key = UUID.randomUUID().toString();

        String first = send(form(time, phone, key)).getRedirectedUrl();
        String second = send(form(time, phone, key)).getRedirectedUrl();

        assertThat(first).isNotNull().isEqualTo(second);
    }

    @Test
    void without_consent_or_contact_nothing_is_kept_and_everything_typed_stays() throws Exception {
        MockHttpServletResponse answer = send(phoneForm("/desk/visits/new?service=talk")
                .param("name", "Алеся Кавалёва")
                .param("note", "Трэба цішыня"));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("error-summary", "href=\"#phone\"", "href=\"#agreed\"", "Алеся Кавалёва", "Трэба цішыня");
    }

    @Test
    void somebody_was_faster_and_the_nearest_times_stand_on_the_same_page() throws Exception {
        String time = time("/desk/visits/new?service=talk&specialist=" + SmallCentre.ALENA);
        DeskTimes.Chosen chosen = DeskTimes.Chosen.of(time).orElseThrow();
        alesya(chosen.start());

        MockHttpServletResponse answer =
                send(form(time, "8 029 " + number(), UUID.randomUUID().toString()));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("Гэты час толькі што занялі", "Найбліжэйшыя замест яго", "іншы спецыяліст", "Вольга");
    }

    @Test
    void a_visit_is_found_by_its_code_and_by_the_whole_phone_number() throws Exception {
        String phone = "+37529" + number();
        Visit visit = book(centre.wednesday(3, 9, 0), phone);
        String address = "/desk/visits/" + visit.id();

        assertThat(send(find(visit.code().toLowerCase(Locale.ROOT))).getRedirectedUrl())
                .isEqualTo(address);
        assertThat(send(find(phone.replaceFirst("\\+37529", "8 029 "))).getRedirectedUrl())
                .isEqualTo(address);
        assertThat(send(find("ZZZZZZZZ")).getStatus()).isEqualTo(422);
        assertThat(send(find("\u0000")).getStatus()).isEqualTo(400);
    }

    @Test
    void a_visit_is_found_by_the_end_of_its_number_and_by_the_name_in_any_spelling() throws Exception {
        String end = String.valueOf(ThreadLocalRandom.current().nextInt(1000, 9999));
        Visit visit = named("Кацярына Цвятаева", centre.wednesday(13, 9, 0), "+37529111" + end);
        String address = "/desk/visits/" + visit.id();

        assertThat(send(find("Цветаева Екатерина")).getRedirectedUrl()).isEqualTo(address);
        assertThat(send(find("tsvet")).getRedirectedUrl()).isEqualTo(address);
        assertThat(send(find("111-" + end.substring(0, 2) + "-" + end.substring(2)))
                        .getRedirectedUrl())
                .isEqualTo(address);
        assertThat(found(end)).contains(visit.id().toString());
        assertThat(send(find("Цветкова")).getContentAsString()).contains("Паспрабуйце толькі прозвішча");
        assertThat(open(MARYNA_THE_COORDINATOR, "/desk/search").getStatus()).isEqualTo(200);
    }

    /** Straight to the one visit, or among several. */
    private String found(String wanted) throws Exception {
        MockHttpServletResponse answer = send(find(wanted));
        return answer.getRedirectedUrl() + answer.getContentAsString();
    }

    @Test
    void visits_ahead_stand_before_those_that_are_over() throws Exception {
        Visit first = named("Ларыса Міхневіч", centre.wednesday(14, 9, 0), "+37529" + number());
        Visit second = named("Ларыса Міхневіч", centre.wednesday(14, 11, 0), "+37529" + number());
        clock.set(second.start().minusSeconds(60));

        assertThat(send(find("Лариса Михневич")).getContentAsString())
                .containsSubsequence(
                        "Наперадзе",
                        second.id().toString(),
                        "Ужо прайшлі",
                        first.id().toString());
    }

    @Test
    void who_receives_visits_finds_her_own_by_name_and_nobody_by_number() throws Exception {
        Visit hers = named("Стэфанія Войніч", centre.wednesday(15, 9, 0), "+375291117654");

        assertThat(send(find("Войнич"), SmallCentre.ALENA).getRedirectedUrl()).isEqualTo("/desk/visits/" + hers.id());
        assertThat(send(find("Войнич"), SmallCentre.PAVEL).getStatus()).isEqualTo(422);
        assertThat(send(find("7654"), SmallCentre.ALENA).getStatus()).isEqualTo(422);
        assertThat(send(find(hers.code()), SmallCentre.ALENA).getStatus()).isEqualTo(422);
    }

    @Test
    void maryna_moves_a_visit_and_its_history_says_so() throws Exception {
        Visit visit = alesya(centre.wednesday(4, 9, 0));
        String later = centre.wednesday(4, 12, 0) + "/" + SmallCentre.ALENA;

        MockHttpServletResponse answer = send(to(visit, "move").param("start", later));

        assertThat(answer.getRedirectedUrl())
                .startsWith("/desk/visits/" + visit.id() + "?done=moved&was=" + visit.start());
        assertThat(visits.find(visit.id()).orElseThrow().start()).isEqualTo(centre.wednesday(4, 12, 0));
        assertThat(page(MARYNA_THE_COORDINATOR, "/desk/visits/" + visit.id())).contains("Перанесена", "Марына");
    }

    @Test
    void a_visit_that_cannot_move_keeps_its_time() throws Exception {
        Visit visit = alesya(centre.wednesday(5, 9, 0));
        alesya(centre.wednesday(5, 12, 0));

        MockHttpServletResponse taken =
                send(to(visit, "move").param("start", centre.wednesday(5, 12, 0) + "/" + SmallCentre.ALENA));
        MockHttpServletResponse nothing = send(to(visit, "move").param("start", "заўтра"));

        assertThat(taken.getStatus()).isEqualTo(422);
        assertThat(taken.getContentAsString()).contains("Гэты час толькі што занялі");
        assertThat(nothing.getStatus()).isEqualTo(422);
        assertThat(nothing.getContentAsString()).contains("Выберыце час са спіса");
        assertThat(visits.find(visit.id()).orElseThrow().start()).isEqualTo(visit.start());
    }

    @Test
    void a_visit_is_cancelled_with_a_reason_and_brought_back() throws Exception {
        Visit visit = alesya(centre.wednesday(6, 9, 0));

        assertThat(send(to(visit, "cancellation").param("reason", " ")).getStatus())
                .isEqualTo(422);
        assertThat(state(visit)).isEqualTo(Visit.State.BOOKED);

        send(to(visit, "cancellation").param("reason", " Спецыяліст захварэў "));
        assertThat(state(visit)).isEqualTo(Visit.State.CANCELLED);
        assertThat(visits.history(visit))
                .last()
                .extracting(VisitTable.Step::reason)
                .isEqualTo("Спецыяліст захварэў");

        send(to(visit, "restoration"));
        assertThat(state(visit)).isEqualTo(Visit.State.BOOKED);
    }

    @Test
    void alena_says_who_came_on_the_day_and_takes_a_wrong_mark_back() throws Exception {
        Visit visit = alesya(centre.wednesday(7, 9, 0));
        MockHttpServletRequestBuilder came =
                post("/desk/visits/" + visit.id() + "/arrival").param("how", "came");

        assertThat(send(came, SmallCentre.ALENA).getStatus())
                .as("a week too early")
                .isEqualTo(403);

        clock.set(visit.start());
        send(post("/desk/visits/" + visit.id() + "/arrival").param("how", "came"), SmallCentre.ALENA);
        assertThat(state(visit)).isEqualTo(Visit.State.CAME);
        send(post("/desk/visits/" + visit.id() + "/arrival").param("how", "booked"), SmallCentre.ALENA);
        assertThat(state(visit)).isEqualTo(Visit.State.BOOKED);
        assertThat(send(post("/desk/visits/" + visit.id() + "/arrival").param("how", "late"), SmallCentre.PAVEL)
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void who_does_not_run_the_desk_changes_nothing() throws Exception {
        Visit visit = alesya(centre.wednesday(8, 9, 0));

        for (UUID who : List.of(SmallCentre.ALENA, KATSIARYNA_THE_METHODOLOGIST, SmallCentre.INTERPRETER)) {
            for (String path : List.of(
                    "/desk/visits/" + visit.id() + "/cancellation",
                    "/desk/visits/" + visit.id() + "/move",
                    "/desk/visits/" + visit.id() + "/restoration",
                    "/desk/visits/" + visit.id() + "/handing-on",
                    "/desk/visits",
                    "/desk/letters/" + UUID.randomUUID() + "/telling",
                    "/desk/tasks/" + UUID.randomUUID() + "/completion")) {
                assertThat(send(post(path).param("reason", "так"), who).getStatus())
                        .as(path)
                        .isEqualTo(403);
            }
            assertThat(open(who, "/desk/tasks").getStatus()).isEqualTo(403);
            assertThat(open(who, "/desk/visits/new").getStatus()).isEqualTo(403);
        }
        assertThat(open(SmallCentre.PAVEL, "/desk/week?person=" + SmallCentre.ALENA)
                        .getStatus())
                .isEqualTo(403);
        assertThat(open(SmallCentre.PAVEL, "/desk/visits/" + visit.id()).getStatus())
                .isEqualTo(403);
        assertThat(state(visit)).isEqualTo(Visit.State.BOOKED);
    }

    @Test
    void alena_reads_her_own_week_and_her_visit_without_the_contact() throws Exception {
        Visit visit = book(centre.wednesday(9, 9, 0), "+375291112233");
        String week =
                "/desk/week?from=" + visit.start().atZone(SmallCentre.MINSK).toLocalDate();

        assertThat(page(SmallCentre.ALENA, week))
                .contains("09:00–09:30", "Вольга")
                .doesNotContain("/desk/absences");
        assertThat(page(SmallCentre.ALENA, "/desk/visits/" + visit.id()))
                .contains("Вольга")
                .doesNotContain("111-22-33", visit.code());
        assertThat(page(MARYNA_THE_COORDINATOR, "/desk/visits/" + visit.id())).contains("111-22-33", visit.code());
    }

    @Test
    void a_change_counts_as_told_when_maryna_says_that_she_told_it() throws Exception {
        Visit visit = book(centre.wednesday(10, 9, 0), "+37529" + number());
        String before = page(MARYNA_THE_COORDINATOR, "/desk/visits/" + visit.id());
        Matcher letter = Pattern.compile("/desk/letters/([0-9a-f-]+)/telling").matcher(before);
        assertThat(letter.find()).isTrue();
        assertThat(page(MARYNA_THE_COORDINATOR, "/desk/tasks")).contains(letter.group());

        send(post(letter.group()).param("visit", visit.id().toString()));

        assertThat(page(MARYNA_THE_COORDINATOR, "/desk/visits/" + visit.id())).doesNotContain(letter.group());
        assertThat(page(MARYNA_THE_COORDINATOR, "/desk/tasks")).doesNotContain(letter.group());
    }

    @Test
    void the_second_deaf_father_gets_an_interpreter_when_the_first_one_moves() throws Exception {
        Instant nine = centre.wednesday(11, 9, 0);
        Visit first = booked("talk", nine, SmallCentre.ALENA, Need.SIGN_INTERPRETER);
        Visit second = booked("talk", nine, SmallCentre.PAVEL, Need.SIGN_INTERPRETER);
        Task search = tasks.open().stream()
                .filter(task -> second.id().equals(task.visit()))
                .findFirst()
                .orElseThrow();
        String path = "/desk/tasks/" + search.id() + "/interpreter";

        MockHttpServletResponse taken = send(post(path).param("interpreter", SmallCentre.INTERPRETER.toString()));
        assertThat(taken.getStatus()).isEqualTo(422);
        assertThat(taken.getContentAsString()).contains("Гэты перакладчык ужо заняты");

        changes.move(first, centre.wednesday(11, 15, 0), null);
        assertThat(page(MARYNA_THE_COORDINATOR, "/desk/tasks")).contains(path);
        send(post(path).param("interpreter", SmallCentre.INTERPRETER.toString()));

        assertThat(visits.find(second.id()).orElseThrow().interpreter()).isEqualTo(SmallCentre.INTERPRETER);
        assertThat(tasks.open()).extracting(Task::id).doesNotContain(search.id());
        assertThat(visits.history(second))
                .last()
                .extracting(VisitTable.Step::what)
                .isEqualTo("interpreter");
    }

    @Test
    void an_absence_shows_which_promised_visits_have_to_move() throws Exception {
        Visit visit = alesya(centre.wednesday(12, 9, 0));
        String day = visit.start().atZone(SmallCentre.MINSK).toLocalDate().toString();

        MockHttpServletResponse answer = send(post("/desk/absences")
                .param("of", SmallCentre.ALENA.toString())
                .param("from", day)
                .param("fromDay", day)
                .param("toDay", day));

        String week = page(MARYNA_THE_COORDINATOR, String.valueOf(answer.getRedirectedUrl()));
        assertThat(week).contains("1 сустрэчу трэба перанесці", "/desk/visits/" + visit.id() + "/move", "Адсутнічае");
        assertThat(visits.book(
                        centre.booking("talk", centre.wednesday(12, 11, 0), SmallCentre.ALENA),
                        UUID.randomUUID().toString(),
                        "test"))
                .isInstanceOf(Outcome.Taken.class);
    }

    @Test
    void an_absence_that_ends_before_it_begins_is_refused() throws Exception {
        MockHttpServletResponse answer = send(post("/desk/absences")
                .param("of", SmallCentre.PAVEL.toString())
                .param("fromDay", "2027-03-02")
                .param("toDay", "2027-03-01"));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("Канец раней за пачатак", "2027-03-02");
    }

    @Test
    void maryna_takes_a_wrong_mark_back_from_the_list_of_the_day() throws Exception {
        Visit visit = alesya(tuesday(1, 9, 0));
        clock.set(visit.start());

        String after =
                String.valueOf(send(to(visit, "arrival").param("how", "no-show").param("to", "day"))
                        .getRedirectedUrl());
        assertThat(page(MARYNA_THE_COORDINATOR, after))
                .contains(
                        "Алеся Кавалёва · 09:00", "Адзначана: не прыйшлі.", "Вярнуць", "name=\"how\" value=\"booked\"");

        String back =
                String.valueOf(send(to(visit, "arrival").param("how", "booked").param("to", "day"))
                        .getRedirectedUrl());
        assertThat(page(MARYNA_THE_COORDINATOR, back))
                .contains("Адзнака знята.")
                .doesNotContain("Вярнуць");
        assertThat(visits.history(visit))
                .extracting(VisitTable.Step::what, VisitTable.Step::by)
                .contains(
                        Tuple.tuple("no-show", "staff:" + MARYNA_THE_COORDINATOR),
                        Tuple.tuple("booked", "staff:" + MARYNA_THE_COORDINATOR));
    }

    @Test
    void a_move_and_a_cancellation_each_have_one_button_back() throws Exception {
        Visit visit = alesya(tuesday(2, 9, 0));
        String later = tuesday(2, 12, 0) + "/" + SmallCentre.ALENA;

        String moved =
                String.valueOf(send(to(visit, "move").param("start", later)).getRedirectedUrl());
        Matcher old = FIRST_TIME.matcher(page(MARYNA_THE_COORDINATOR, moved));
        assertThat(old.find()).isTrue();
        send(to(visit, "move").param("start", old.group(1)));
        assertThat(visits.find(visit.id()).orElseThrow().start()).isEqualTo(visit.start());

        String cancelled = String.valueOf(
                send(to(visit, "cancellation").param("reason", "Памылка")).getRedirectedUrl());
        assertThat(page(MARYNA_THE_COORDINATOR, cancelled))
                .contains("Сустрэча адменена", "Вярнуць", "/desk/visits/" + visit.id() + "/restoration");
        assertThat(page(MARYNA_THE_COORDINATOR, "/desk/visits/" + visit.id() + "?done=moved&was=javascript:alert(1)"))
                .doesNotContain("value=\"javascript");
    }

    @Test
    void maryna_gives_a_cancelled_time_at_once_to_the_mother_on_the_phone() throws Exception {
        Visit visit = booked("talk", centre.wednesday(14, 9, 0), SmallCentre.PAVEL);
        String page = "/desk/visits/" + visit.id();
        Booking other = centre.booking("talk", visit.start(), SmallCentre.PAVEL);
        assertThat(page(MARYNA_THE_COORDINATOR, page)).doesNotContain("/handing-on");
        assertThat(send(to(visit, "handing-on")).getStatus())
                .as("a visit that stands is not handed on")
                .isEqualTo(422);

        String cancelled = String.valueOf(
                send(to(visit, "cancellation").param("reason", "Хварэюць")).getRedirectedUrl());

        assertThat(page(MARYNA_THE_COORDINATOR, cancelled))
                .contains("яе час ніхто не зойме", page + "/handing-on", "Аддаць гэты час іншым адразу")
                .doesNotContain("час зноў вольны");
        assertThat(visits.book(other, UUID.randomUUID().toString(), "test")).isInstanceOf(Outcome.Taken.class);
        assertThat(page(MARYNA_THE_COORDINATOR, seeOther(send(to(visit, "handing-on")))))
                .contains("Гэты час ужо могуць заняць іншыя", "Час аддадзены іншым")
                .doesNotContain("/handing-on");
        assertThat(visits.book(other, UUID.randomUUID().toString(), "test")).isInstanceOf(Booked.class);
    }

    @Test
    void maryna_writes_what_is_different_this_time_and_the_family_reads_it_behind_its_link() throws Exception {
        Booked booked = (Booked) visits.book(
                centre.booking("talk", tuesday(10, 9, 0), SmallCentre.ALENA),
                UUID.randomUUID().toString(),
                "test");
        Visit visit = booked.visit();
        String words = "Уваход з двара.\nВазьміце зменны абутак.";

        assertThat(send(to(visit, "difference").param("different", "я".repeat(501)))
                        .getStatus())
                .isEqualTo(422);
        String done = seeOther(send(to(visit, "difference").param("different", " " + words + " ")));
        send(to(visit, "difference").param("different", words));

        assertThat(page(MARYNA_THE_COORDINATOR, done))
                .contains("Сям’і пра гэта паведамім", "Вазьміце зменны абутак", "Што зменіцца");
        assertThat(family(booked)).contains("Што зменіцца", words);
        assertThat(sql.sql("select words from letters.letter where about = ? and kind = 'different'")
                        .param(visit.id())
                        .query(String.class)
                        .single())
                .as("one letter, and it says nothing over a shoulder")
                .contains("Ёсць змена")
                .doesNotContain("абутак");
        assertThat(visits.history(visit))
                .extracting(VisitTable.Step::what, VisitTable.Step::reason, VisitTable.Step::by)
                .endsWith(Tuple.tuple("different", words, "staff:" + MARYNA_THE_COORDINATOR));

        send(to(visit, "difference").param("different", ""));
        assertThat(family(booked)).contains("усё як звычайна").doesNotContain("<h2 id=\"different\"");
    }

    @Test
    void who_has_only_a_phone_is_told_by_voice_what_is_different() throws Exception {
        Visit visit = book(tuesday(10, 10, 0), "+37529" + number());

        send(to(visit, "difference").param("different", "Уваход з двара."));

        assertThat(page(MARYNA_THE_COORDINATOR, "/desk/tasks"))
                .contains("Ёсць змена, пра якую варта ведаць загадзя", "Уваход з двара.");
    }

    private String family(Booked booked) throws Exception {
        return mvc.perform(get(URI.create("/visits/" + booked.token())).locale(Locale.of("be")))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String seeOther(MockHttpServletResponse answer) {
        return String.valueOf(answer.getRedirectedUrl());
    }

    @Test
    void whoever_was_not_told_of_a_change_in_two_days_stands_on_top_of_today() throws Exception {
        Visit visit = named("Соф’я Ліпніцкая", tuesday(3, 12, 0), "+37529" + number());
        clock.set(visit.start().minusSeconds(49 * 3600));
        assertThat(page(MARYNA_THE_COORDINATOR, "/desk")).doesNotContain("Соф’я Ліпніцкая");

        clock.set(visit.start().minusSeconds(5 * 3600 + 60));
        String today = page(MARYNA_THE_COORDINATOR, "/desk");
        assertThat(today)
                .containsSubsequence(
                        "Расказаць за двое сутак", "Соф’я Ліпніцкая", "праз 5 гадзін", "tel:", "Расказана");
        assertThat(page(SmallCentre.ALENA, "/desk")).doesNotContain("Расказаць за двое сутак");

        Matcher letter = Pattern.compile("/desk/letters/[-0-9a-f]+/telling")
                .matcher(today.substring(today.indexOf("Соф’я Ліпніцкая")));
        assertThat(letter.find()).isTrue();
        assertThat(send(post(letter.group()).param("to", "day")).getRedirectedUrl())
                .isEqualTo("/desk?done=told");
        assertThat(page(MARYNA_THE_COORDINATOR, "/desk?done=told"))
                .contains("Адзначана, што вы гэта расказалі.")
                .doesNotContain("праз 5 гадзін");
    }

    @Test
    void a_task_is_taken_given_and_never_lost_with_who_left() throws Exception {
        UUID zoya = UUID.randomUUID();
        Actor.as(
                "test",
                () -> new TransactionTemplate(transactions)
                        .executeWithoutResult(status -> staff.hire(member(zoya, "Зоя", Role.COORDINATOR))));
        String words = "Патэлефанаваць у школу " + number();
        send(post("/desk/tasks")
                .param("words", words)
                .param("due", LocalDate.now(SmallCentre.MINSK).toString())
                .param("owner", zoya.toString()));
        Task task = tasks.open().stream()
                .filter(open -> words.equals(open.words()))
                .findFirst()
                .orElseThrow();
        assertThat(task.owner()).isEqualTo(zoya);
        assertThat(page(MARYNA_THE_COORDINATOR, "/desk/tasks")).containsSubsequence("У калег", "робіць Зоя", words);
        assertThat(page(zoya, "/desk/tasks")).containsSubsequence("Мае", words);

        Actor.as(
                "test",
                () -> new TransactionTemplate(transactions)
                        .executeWithoutResult(
                                status -> staff.leaves(zoya, Instant.now().minusSeconds(1))));
        assertThat(page(MARYNA_THE_COORDINATOR, "/desk/tasks"))
                .containsSubsequence("Нічые", "рабіў чалавек, якога тут ужо няма: Зоя", words);
        clock.set(Instant.now().plusSeconds(2 * 86_400));
        assertThat(page(MARYNA_THE_COORDINATOR, "/desk"))
                .containsSubsequence("Спазня", "/desk/tasks#task-" + task.id(), "Спазняемся на 2 дні");

        centre.today(clock);
        send(post("/desk/tasks/" + task.id() + "/owner").param("owner", MARYNA_THE_COORDINATOR.toString()));
        assertThat(page(MARYNA_THE_COORDINATOR, "/desk/tasks")).containsSubsequence("Мае", words);
        assertThat(send(post("/desk/tasks/" + task.id() + "/owner").param("owner", SmallCentre.PAVEL.toString()))
                        .getStatus())
                .as("nobody would see it")
                .isEqualTo(400);

        String done = String.valueOf(
                send(post("/desk/tasks/" + task.id() + "/completion")).getRedirectedUrl());
        assertThat(page(MARYNA_THE_COORDINATOR, done))
                .contains("Справа зроблена.", "Вярнуць")
                .doesNotContain(words);
        send(post("/desk/tasks/" + task.id() + "/reopening"));
        assertThat(page(MARYNA_THE_COORDINATOR, "/desk/tasks?done=reopened")).contains(words);
    }

    @Test
    void a_task_without_words_or_for_yesterday_is_not_kept() throws Exception {
        MockHttpServletResponse answer =
                send(post("/desk/tasks").param("words", " ").param("due", "2020-01-01"));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("href=\"#words\"", "href=\"#due\"");
    }

    @Test
    void tomorrow_is_on_paper_with_all_one_needs_and_no_note() throws Exception {
        Booking plain = centre.booking("talk", tuesday(4, 9, 0), SmallCentre.ALENA, Need.QUIET_ROOM);
        Visit visit = keep(new Booking(
                plain.service(),
                plain.place(),
                plain.start(),
                SmallCentre.ALENA,
                "Янка Брыль",
                null,
                "+375291119988",
                TellBy.CALL,
                Language.BE,
                List.of(),
                Set.of(Need.QUIET_ROOM),
                "Баіцца сабак"));

        String paper = page(MARYNA_THE_COORDINATOR, "/desk/paper?day=" + day(visit));

        assertThat(paper)
                .contains("Складзена:", "Янка Брыль", visit.code(), "+375 29 111-99-88", "09:00–09:30", "Ціхі кабінет")
                .containsSubsequence("Па спецыялістах", "Янка Брыль", "Па кабінетах", "Янка Брыль")
                .doesNotContain("Баіцца");
        assertThat(open(SmallCentre.ALENA, "/desk/paper").getStatus()).isEqualTo(403);

        clock.set(tuesday(4, 10, 0).minusSeconds(86_400));
        assertThat(page(MARYNA_THE_COORDINATOR, "/desk")).doesNotContain("Раздрукуйце");
        clock.set(tuesday(4, 15, 0).minusSeconds(86_400));
        assertThat(page(MARYNA_THE_COORDINATOR, "/desk")).contains("Раздрукуйце", "/desk/paper?day=" + day(visit));
    }

    @Test
    void a_month_counts_each_day_and_leads_to_it() throws Exception {
        Visit visit = alesya(tuesday(5, 9, 0));

        String month = page(MARYNA_THE_COORDINATOR, "/desk/month?from=" + day(visit));
        assertThat(month).contains("/desk?day=" + day(visit), "/desk/week?of=" + SmallCentre.ALENA);
        assertThat(page(MARYNA_THE_COORDINATOR, "/desk/month?of=" + SmallCentre.PAVEL + "&from=" + day(visit)))
                .doesNotContain("/desk?day=" + day(visit) + "&");
        assertThat(page(SmallCentre.ALENA, "/desk/month?from=" + day(visit)))
                .contains("/desk?day=" + day(visit) + "&amp;of=" + SmallCentre.ALENA);
        assertThat(open(SmallCentre.PAVEL, "/desk/month?of=" + SmallCentre.ALENA)
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void a_day_can_be_that_of_one_person_or_room() throws Exception {
        Visit visit = alesya(tuesday(6, 9, 0));
        String day = "/desk?day=" + day(visit) + "&of=";

        assertThat(page(MARYNA_THE_COORDINATOR, day + SmallCentre.ALENA)).contains("Алеся Кавалёва");
        assertThat(page(MARYNA_THE_COORDINATOR, day + visit.room())).contains("Алеся Кавалёва");
        assertThat(page(MARYNA_THE_COORDINATOR, day + SmallCentre.PAVEL)).doesNotContain("Алеся Кавалёва");
        assertThat(open(SmallCentre.PAVEL, day + SmallCentre.ALENA).getStatus()).isEqualTo(403);
        assertThat(open(MARYNA_THE_COORDINATOR, day + "nobody").getStatus()).isEqualTo(400);
    }

    @Test
    void alena_sees_her_own_day_before_that_of_the_centre() throws Exception {
        Visit hers = alesya(tuesday(7, 11, 0));
        booked("talk", tuesday(7, 9, 0), SmallCentre.PAVEL);

        assertThat(page(SmallCentre.ALENA, "/desk?day=" + day(hers)))
                .containsSubsequence(
                        "Мая 1 сустрэча", "11:00–11:30", "<summary>Увесь Цэнтр: 2 сустрэчы", "09:00–09:30");
    }

    @Test
    void a_page_of_others_is_refused_with_a_way_back() throws Exception {
        MockHttpServletResponse answer = open(SmallCentre.PAVEL, "/desk/tasks");

        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(answer.getContentAsString()).contains("Гэта старонка не ваша", "href=\"/desk\"", "Мой дзень");
    }

    @Test
    void an_absence_is_taken_back_and_its_time_can_be_booked_again() throws Exception {
        Visit visit = booked("lesson", tuesday(8, 9, 0), SmallCentre.VERA_WHO_SIGNS);
        String absence = String.valueOf(send(post("/desk/absences")
                        .param("of", SmallCentre.VERA_WHO_SIGNS.toString())
                        .param("fromDay", day(visit))
                        .param("toDay", day(visit)))
                .getRedirectedUrl());
        Booking later = centre.booking("lesson", tuesday(8, 12, 0), SmallCentre.VERA_WHO_SIGNS);
        assertThat(visits.book(later, UUID.randomUUID().toString(), "test")).isInstanceOf(Outcome.Taken.class);
        assertThat(page(MARYNA_THE_COORDINATOR, absence))
                .containsSubsequence("1 сустрэчу трэба перанесці", visit.id().toString(), "Зняць адсутнасць");

        String week = String.valueOf(send(post(absence + "/removal")).getRedirectedUrl());

        assertThat(page(MARYNA_THE_COORDINATOR, week))
                .contains("Адсутнасць знята")
                .doesNotContain("Адсутнічае");
        assertThat(visits.book(later, UUID.randomUUID().toString(), "test")).isInstanceOf(Booked.class);
        assertThat(open(MARYNA_THE_COORDINATOR, absence).getStatus()).isEqualTo(404);
    }

    @Test
    void the_day_asks_as_much_of_the_database_for_forty_visits_as_for_one() throws Exception {
        Visit one = named("Адзін", tuesday(9, 9, 0), "+37529" + number());
        int few = asked(one);
        for (int i = 0; i < 13; i++) {
            for (UUID who : List.of(SmallCentre.ALENA, SmallCentre.PAVEL)) {
                Instant start = tuesday(9, 9, 0).plusSeconds(1800L * i);
                visits.book(
                        centre.booking("talk", start, who), UUID.randomUUID().toString(), "test");
            }
        }
        assertThat(page(MARYNA_THE_COORDINATOR, "/desk").split("/arrival", -1)).hasSizeGreaterThan(15);

        assertThat(asked(one)).isLessThanOrEqualTo(few).isLessThan(20);
    }

    /** The least of several, since what is kept in memory is read again now and then. */
    private int asked(Visit visit) throws Exception {
        clock.set(visit.start().minusSeconds(600));
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            least = Math.min(least, Counted.statements(() -> page(MARYNA_THE_COORDINATOR, "/desk")));
        }
        return least;
    }

    /** Days of their own, near enough to be booked. */
    private Instant tuesday(int weeks, int hour, int minute) {
        Instant start = centre.wednesday(weeks, hour, minute).minusSeconds(86_400);
        boolean works =
                calendar.day(LocalDate.ofInstant(start, SmallCentre.MINSK)).worksAs() == DayOfWeek.TUESDAY;
        return works ? start : start.minusSeconds(86_400);
    }

    private static String day(Visit visit) {
        return visit.start().atZone(SmallCentre.MINSK).toLocalDate().toString();
    }

    @Test
    void nonsense_gets_an_answer_and_never_a_broken_page() throws Exception {
        for (String path : List.of(
                "/desk?day=2026-13-45",
                "/desk?day=-999999999-01-01",
                "/desk/week?from=tomorrow",
                "/desk/visits/new?service=none&specialist=x&need=y&place=z&from=w")) {
            assertThat(open(MARYNA_THE_COORDINATOR, path).getStatus()).as(path).isEqualTo(200);
        }
        assertThat(open(MARYNA_THE_COORDINATOR, "/desk/week?person=x").getStatus())
                .isEqualTo(400);
        assertThat(open(MARYNA_THE_COORDINATOR, "/desk/week?person=" + UUID.randomUUID())
                        .getStatus())
                .isEqualTo(404);
        assertThat(open(MARYNA_THE_COORDINATOR, "/desk/visits/" + UUID.randomUUID())
                        .getStatus())
                .isEqualTo(404);
    }

    private Visit alesya(Instant start) {
        return booked("talk", start, SmallCentre.ALENA);
    }

    private Visit booked(String service, Instant start, UUID specialist, Need... needs) {
        Booking plain = centre.booking(service, start, specialist, needs);
        Booking named = new Booking(
                plain.service(),
                plain.place(),
                start,
                specialist,
                "Алеся Кавалёва",
                plain.email(),
                null,
                TellBy.MAIL,
                Language.BE,
                List.of(),
                Set.of(needs),
                null);
        return keep(named);
    }

    private Visit book(Instant start, String phone) {
        return named("Вольга", start, phone);
    }

    private Visit named(String name, Instant start, String phone) {
        Booking plain = centre.booking("talk", start, SmallCentre.ALENA);
        return keep(new Booking(
                plain.service(),
                plain.place(),
                start,
                SmallCentre.ALENA,
                name,
                null,
                phone,
                TellBy.CALL,
                Language.BE,
                List.of(),
                Set.of(),
                null));
    }

    private Visit keep(Booking booking) {
        return ((Booked) visits.book(booking, UUID.randomUUID().toString(), "test")).visit();
    }

    private Visit.@Nullable State state(Visit visit) {
        return visits.find(visit.id()).map(Visit::state).orElse(null);
    }

    private MockHttpServletRequestBuilder phoneForm(String page) throws Exception {
        return post("/desk/visits")
                .param("key", UUID.randomUUID().toString())
                .param("service", "talk")
                .param("start", time(page));
    }

    private static MockHttpServletRequestBuilder form(String time, String phone, String key) {
        return post("/desk/visits")
                .param("key", key)
                .param("service", "talk")
                .param("start", time)
                .param("name", "Вольга")
                .param("phone", phone)
                .param("agreed", "yes");
    }

    private String time(String page) throws Exception {
        Matcher first = FIRST_TIME.matcher(page(MARYNA_THE_COORDINATOR, page));
        assertThat(first.find()).isTrue();
        return first.group(1);
    }

    private static MockHttpServletRequestBuilder find(String wanted) {
        return post("/desk/search").param("wanted", wanted);
    }

    private static MockHttpServletRequestBuilder to(Visit visit, String change) {
        return post("/desk/visits/" + visit.id() + "/" + change);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder form) throws Exception {
        return send(form, MARYNA_THE_COORDINATOR);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder form, UUID who) throws Exception {
        return mvc.perform(form.with(AtDesk.as("staff:" + who)).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse open(UUID who, String path) throws Exception {
        return mvc.perform(get(URI.create(path)).with(AtDesk.as("staff:" + who)))
                .andReturn()
                .getResponse();
    }

    private String page(UUID who, String path) throws Exception {
        MockHttpServletResponse answer = open(who, path);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString();
    }

    private static String number() {
        return String.valueOf(ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999));
    }

    private static StaffMember member(UUID id, String name, Role role) {
        return new StaffMember(
                id, Words.same(name), Words.same("каардынатар"), Set.of(role), List.of("be"), id + "@pobach.example");
    }
}

package by.pobach.cover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import by.pobach.InTestHouse;
import by.pobach.offers.Place;
import by.pobach.offers.Services;
import by.pobach.people.Person.TellBy;
import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import by.pobach.people.StaffMember.Role;
import by.pobach.signin.AtDesk;
import by.pobach.visits.Booking;
import by.pobach.visits.MovedClock;
import by.pobach.visits.Outcome.Booked;
import by.pobach.visits.SmallCentre;
import by.pobach.visits.Visit;
import by.pobach.visits.VisitTable;
import by.pobach.visits.Visits;
import by.pobach.web.Actor;
import by.pobach.web.Language;
import by.pobach.web.Words;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
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
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What Maryna sees and presses when Alena is away, and what the families see of it. */
@SpringBootTest(properties = "pobach.visits.limits=false")
@AutoConfigureMockMvc
@InTestHouse
@Import({SmallCentre.class, MovedClock.InTheHouse.class})
@NullMarked
class CoverPagesTests {
    private static final UUID MARYNA = SmallCentre.id("maryna");
    private static final Pattern CHOSEN =
            Pattern.compile("<input type=\"radio\"[^>]*name=\"(visit-[^\"]+)\" value=\"([^\"]+)\"[^>]* checked");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"(seen-[^\"]+)\" value=\"([^\"]*)\"");

    @Autowired
    MockMvc mvc;

    @Autowired
    SmallCentre centre;

    @Autowired
    Visits visits;

    @Autowired
    Services services;

    @Autowired
    Staff staff;

    @Autowired
    MovedClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void the_centre_is_open() {
        centre.open();
        if (staff.find(MARYNA).isEmpty()) {
            StaffMember maryna = new StaffMember(
                    MARYNA,
                    Words.same("Марына"),
                    Words.same("каардынатар"),
                    Set.of(Role.COORDINATOR),
                    List.of("be"),
                    "maryna@pobach.example");
            Actor.as(
                    "test",
                    () -> new TransactionTemplate(transactions).executeWithoutResult(status -> staff.hire(maryna)));
        }
    }

    @AfterEach
    void time_goes_on() {
        centre.today(clock);
    }

    @Test
    void strangers_sign_in_first_and_specialists_have_no_business_here() throws Exception {
        assertThat(mvc.perform(get("/desk/cover")).andReturn().getResponse().getRedirectedUrl())
                .contains("/sign-in");
        MockHttpServletResponse pavel = mvc.perform(
                        get("/desk/cover").with(AtDesk.as("staff:" + SmallCentre.PAVEL, "SPECIALIST")))
                .andReturn()
                .getResponse();

        assertThat(pavel.getStatus()).isEqualTo(403);
    }

    @Test
    void without_a_person_and_with_an_end_before_the_beginning_nothing_is_noted_and_all_that_was_typed_stays()
            throws Exception {
        MockHttpServletResponse answer = send(post("/desk/cover")
                .param("who", "")
                .param("fromDay", "2030-02-05")
                .param("toDay", "2030-02-04")
                .param("why", "learning"));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("Выберыце са спіса, хто адсутнічае.", "Канец раней за пачатак", "2030-02-05")
                .containsPattern("value=\"learning\"\\s+selected");
    }

    @Test
    void one_button_applies_what_is_preselected() throws Exception {
        Instant ten = centre.wednesday(0, 10, 0);
        Booked first = book("Алеся", ten, null);
        Booked second = book("Вольга", ten.plusSeconds(7200), null);
        String address = away(ten);

        String page = page(address);

        assertThat(page)
                .containsSubsequence("Вырашыць: 2 сустрэчы", "Алеся", "Выходзяць каля 09:00", "Вольга")
                .contains("Той жа час: Павел", "Іншы час:", "Патэлефанаваць");
        MockHttpServletResponse applied = apply(address, page);
        assertThat(applied.getRedirectedUrl()).endsWith("?done=applied");
        assertThat(visits.find(first.visit().id()).orElseThrow().specialist()).isEqualTo(SmallCentre.PAVEL);
        assertThat(visits.find(second.visit().id()).orElseThrow().specialist()).isEqualTo(SmallCentre.PAVEL);
        assertThat(page(address)).contains("Яшчэ не ведаюць: 2", "Ведаюць 0 з 2");
    }

    @Test
    void the_same_absence_noted_again_leads_to_the_same_case() throws Exception {
        Instant ten = centre.wednesday(1, 10, 0);
        String address = away(ten);

        String again = String.valueOf(send(noted(ten).param("toTime", "12:00")).getRedirectedUrl());

        assertThat(again).isEqualTo(address + "?done=known");
        assertThat(page(again)).contains("Гэта ўжо адзначана");
    }

    @Test
    void looking_changes_nothing_and_the_family_answers_with_one_button() throws Exception {
        Instant ten = centre.wednesday(2, 10, 0);
        Booked booked = book("Алеся", ten, null);
        String link = "/visits/" + booked.token();
        String address = away(ten);
        apply(address, page(address));

        assertThat(family(link))
                .contains("Той жа час, іншы спецыяліст", "Павел, дэфектолаг", "Падыходзіць", "Выбраць іншы час");
        assertThat(family(link + "/agreement")).contains("Ці падыходзіць вам?", "Павел, дэфектолаг");
        assertThat(page(address)).as("looking is no answer").contains("Яшчэ не ведае: 1");

        assertThat(mvc.perform(post(link + "/agreement"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(303);
        mvc.perform(post(link + "/agreement"));

        assertThat(page(address)).contains("Ведаюць 1 з 1", "Адказалі: падыходзіць");
        assertThat(family(link)).doesNotContain("Падыходзіць</button>").contains("сказалі, што падыходзіць");
        assertThat(visits.history(booked.visit()).stream().map(VisitTable.Step::what))
                .containsOnlyOnce("agreed");
        assertThat(mvc.perform(get(link + "/agreement"))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo(link);
    }

    @Test
    void who_chooses_another_time_knows_too() throws Exception {
        Instant ten = centre.wednesday(3, 10, 0);
        Booked booked = book("Алеся", ten, null);
        String address = away(ten);
        apply(address, page(address));

        mvc.perform(post("/visits/" + booked.token() + "/move")
                .param("start", ten.plusSeconds(7200).toString())
                .param("specialist", SmallCentre.PAVEL.toString()));

        assertThat(page(address)).contains("Самі выбралі іншае", "Ведаюць 1 з 1");
    }

    @Test
    void the_case_does_not_close_before_everybody_knows_and_says_who_does_not() throws Exception {
        Instant ten = centre.wednesday(4, 10, 0);
        Booked booked = book("Ніна Іванаўна", ten, "+375291234567");
        String address = away(ten);
        apply(address, page(address));

        MockHttpServletResponse refused = send(post(address + "/closure"));

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString())
                .contains(
                        "Яшчэ не ведае: Ніна Іванаўна",
                        "#tell-" + booked.visit().id());
        assertThat(page(address)).contains("+375 29 123-45-67", "Змяніўся чалавек, які будзе з вамі");
        send(post(address + "/visits/" + booked.visit().id() + "/telling").param("seen", "1"));
        assertThat(page(address)).contains("Сказана", "Марына");
        assertThat(send(post(address + "/closure")).getRedirectedUrl()).endsWith("?done=closed");
        assertThat(page(address)).contains("Закрытая:", "Марына", "Адкрыць зноў");
        assertThat(send(post(address + "/reopening")).getRedirectedUrl()).endsWith("?done=reopened");
    }

    @Test
    void what_was_told_at_the_tasks_is_told_here() throws Exception {
        Instant ten = centre.wednesday(5, 10, 0);
        Booked booked = book("Алеся", ten, "+375291234568");
        String address = away(ten);
        apply(address, page(address));
        String tasks = page("/desk/tasks");
        String card = tasks.substring(tasks.indexOf("+375 29 123-45-68"));
        var letter = Pattern.compile("/desk/letters/([^/]+)/telling").matcher(card);
        assertThat(letter.find()).isTrue();

        send(post("/desk/letters/" + letter.group(1) + "/telling"));

        assertThat(page(address)).contains("Ведаюць 1 з 1");
        assertThat(visits.find(booked.visit().id())).isPresent();
    }

    @Test
    void somebody_was_faster_and_the_visit_comes_back_with_new_offers() throws Exception {
        Instant ten = centre.wednesday(6, 10, 0);
        Booked alesya = book("Алеся", ten, null);
        Booked volha = book("Вольга", ten.plusSeconds(3600), null);
        String address = away(ten);
        String page = page(address);
        visits.book(centre.booking("talk", ten, SmallCentre.PAVEL), "a family was faster", null);

        MockHttpServletResponse answer = apply(address, page);

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("Алеся: гэты час толькі што занялі. Вось новыя прапановы.", "Вырашыць: 1 сустрэча")
                .doesNotContain("Той жа час: Павел");
        assertThat(visits.find(alesya.visit().id()).orElseThrow().specialist()).isEqualTo(SmallCentre.ALENA);
        assertThat(visits.find(volha.visit().id()).orElseThrow().specialist())
                .as("the others are done")
                .isEqualTo(SmallCentre.PAVEL);
    }

    @Test
    void who_has_only_a_phone_and_leaves_soon_stands_there_with_the_number_first() throws Exception {
        Instant ten = centre.wednesday(7, 10, 0);
        book("Алеся", ten, "+375291234569");
        String address = away(ten);
        assertThat(page(address)).doesNotContain("Хутка выходзяць");

        clock.set(ten.minusSeconds(2 * 3600));

        assertThat(page(address))
                .containsSubsequence("call-first", "+375 29 123-45-69", "Хутка выходзяць: патэлефануйце");
    }

    @Test
    void alena_is_here_again_and_a_visit_goes_back_to_her() throws Exception {
        Instant ten = centre.wednesday(8, 10, 0);
        Booked booked = book("Алеся", ten, null);
        String address = away(ten);
        apply(address, page(address));

        send(post(address + "/presence"));

        assertThat(page(address)).contains("Вярнуць, як было");
        String back = address + "/visits/" + booked.visit().id() + "/return";
        assertThat(send(post(back).param("seen", "1")).getRedirectedUrl()).endsWith("?done=back");
        assertThat(visits.find(booked.visit().id()).orElseThrow().specialist()).isEqualTo(SmallCentre.ALENA);
        MockHttpServletResponse twice = send(post(back).param("seen", "1"));
        assertThat(twice.getStatus()).isEqualTo(422);
        assertThat(twice.getContentAsString()).contains("тым часам змяніў нехта іншы");
    }

    @Test
    void what_the_desk_noted_stands_in_the_form_becomes_the_case_and_ends_when_the_desk_takes_it_back()
            throws Exception {
        Instant ten = centre.wednesday(13, 10, 0);
        book("Алеся", ten, null);
        String day = ten.atZone(SmallCentre.MINSK).toLocalDate().toString();
        String noted = String.valueOf(send(post("/desk/absences")
                        .param("of", SmallCentre.ALENA.toString())
                        .param("fromDay", day)
                        .param("fromTime", "10:00")
                        .param("toDay", day))
                .getRedirectedUrl());
        String id = noted.replaceFirst(".*/", "");
        assertThat(page(noted)).contains("/desk/cover?absence=" + id);

        assertThat(page("/desk/cover?absence=" + id))
                .contains("name=\"absence\" value=\"" + id + "\"", "value=\"" + day + "\"", "value=\"10:00\"");
        String address = seeOther(send(noted(ten).param("absence", id)));
        assertThat(address).isEqualTo("/desk/cover/" + id + "?done=opened");
        assertThat(open("/desk/cover?absence=" + id).getRedirectedUrl()).isEqualTo("/desk/cover/" + id);
        assertThat(page(address)).contains("Ужо на працы", "Вырашыць: 1 сустрэча");

        send(post(noted + "/removal"));

        assertThat(page("/desk/cover/" + id))
                .contains("Адсутнасць знята", "· Марына", "Закрытая: ")
                .doesNotContain("Ужо на працы");
        assertThat(page("/desk/cover?absence=nonsense")).contains("name=\"who\"");
    }

    private static String seeOther(MockHttpServletResponse answer) {
        return String.valueOf(answer.getRedirectedUrl());
    }

    @Test
    void nonsense_is_refused_in_words() throws Exception {
        Instant ten = centre.wednesday(9, 10, 0);
        Booked booked = book("Алеся", ten, null);
        String address = away(ten);

        assertThat(send(post(address + "/end").param("toDay", "учора")).getStatus())
                .isEqualTo(422);
        assertThat(send(post(address + "/visits/" + booked.visit().id() + "/telling")
                                .param("seen", "0"))
                        .getContentAsString())
                .contains("Алеся: спачатку вырашыце, што прапануем.");
        assertThat(send(post(address + "/changes")
                                .param("visit-" + booked.visit().id(), "2020-01-01T00:00:00Z/" + SmallCentre.PAVEL)
                                .param("seen-" + booked.visit().id(), "0"))
                        .getStatus())
                .isEqualTo(422);
        assertThat(open("/desk/cover/" + UUID.randomUUID()).getStatus()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_page_speaks_three_languages(Language language) throws Exception {
        Instant hour = centre.wednesday(10 + language.ordinal(), 10, 0);
        Booked booked = book("Алеся", hour, "+37529123457" + language.ordinal());
        String address = away(hour);
        String lang = "?lang=" + language.tag();
        List<String> before = List.of(page("/desk/cover" + lang), page(address + lang));
        apply(address, page(address));

        for (String page : List.of(
                before.getFirst(),
                before.getLast(),
                page(address + lang + "&done=applied"),
                family("/visits/" + booked.token() + lang),
                family("/visits/" + booked.token() + "/agreement" + lang))) {
            assertThat(page)
                    .contains("lang=\"" + language.tag() + "\"")
                    .doesNotContain("??")
                    .doesNotContain(" style=");
        }
    }

    /** Alena is away for an hour from then; the address of the case. */
    private String away(Instant from) throws Exception {
        String to = String.valueOf(send(noted(from)).getRedirectedUrl());
        assertThat(to).startsWith("/desk/cover/");
        return to.replaceFirst("\\?.*", "");
    }

    private static MockHttpServletRequestBuilder noted(Instant from) {
        var begin = from.atZone(SmallCentre.MINSK);
        return post("/desk/cover")
                .param("who", SmallCentre.ALENA.toString())
                .param("fromDay", begin.toLocalDate().toString())
                .param("fromTime", begin.toLocalTime().toString())
                .param("toDay", begin.toLocalDate().toString());
    }

    /** Sends the form of the page as it stands. */
    private MockHttpServletResponse apply(String address, String page) throws Exception {
        MockHttpServletRequestBuilder form = post(address + "/changes");
        int chosen = 0;
        for (Pattern fields : List.of(CHOSEN, HIDDEN)) {
            for (var field : fields.matcher(page).results().toList()) {
                form.param(field.group(1), field.group(2));
                chosen++;
            }
        }
        assertThat(chosen).isPositive();
        return send(form);
    }

    private Booked book(String name, Instant start, @Nullable String phone) {
        Booking booking = new Booking(
                services.find("talk").orElseThrow(),
                Place.HERE,
                start,
                SmallCentre.ALENA,
                name,
                phone == null ? ThreadLocalRandom.current().nextInt(1_000_000) + "@family.example" : null,
                phone,
                phone == null ? TellBy.MAIL : TellBy.CALL,
                Language.BE,
                List.of(),
                Set.of(),
                null);
        Booked booked = (Booked) visits.book(booking, UUID.randomUUID().toString(), null);
        assertThat(booked.visit().state()).isEqualTo(Visit.State.BOOKED);
        return booked;
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder form) throws Exception {
        return mvc.perform(
                        form.with(AtDesk.as("staff:" + MARYNA, "COORDINATOR")).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse open(String path) throws Exception {
        return mvc.perform(
                        get(URI.create(path)).locale(Locale.of("be")).with(AtDesk.as("staff:" + MARYNA, "COORDINATOR")))
                .andReturn()
                .getResponse();
    }

    private String page(String path) throws Exception {
        MockHttpServletResponse answer = open(path);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString();
    }

    private String family(String path) throws Exception {
        MockHttpServletResponse answer = mvc.perform(get(URI.create(path)).locale(Locale.of("be")))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString();
    }
}

package by.pobach.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import by.pobach.InTestHouse;
import by.pobach.people.Persons;
import by.pobach.signin.AtDesk;
import by.pobach.visits.MovedClock;
import by.pobach.visits.SmallCentre;
import by.pobach.visits.Visit;
import by.pobach.visits.Visit.State;
import by.pobach.visits.VisitChanges;
import by.pobach.visits.Visitors;
import by.pobach.web.Actor;
import by.pobach.web.Language;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A mother asks for a paper for the school; the coordinator prints it; the school asks whether it is ours. */
@SpringBootTest(properties = "pobach.papers.failed-lookups=4")
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@InTestHouse
@Import({SmallCentre.class, Visitors.class, MovedClock.InTheHouse.class})
@NullMarked
class PaperPagesTests {
    private static final Pattern NUMBER = Pattern.compile("№ (\\d+/\\d{4})");
    private static final Pattern CODE = Pattern.compile("код ([A-Z]{8})");

    @Autowired
    MockMvc mvc;

    @Autowired
    SmallCentre centre;

    @Autowired
    Visitors visitors;

    @Autowired
    VisitChanges changes;

    @Autowired
    Papers papers;

    @Autowired
    Persons persons;

    @Autowired
    MovedClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void the_centre_is_open() {
        centre.open();
    }

    @AfterEach
    void time_goes_on() {
        centre.today(clock);
    }

    @Test
    void alesya_gets_a_paper_that_says_when_she_was_here_and_nothing_of_why() throws Exception {
        Visit visit = visitors.of(State.CAME);

        MockHttpServletResponse answer = print(visit, "Алеся Кавалёва", "Гімназія № 5");

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).isEqualTo("application/pdf");
        assertThat(answer.getHeader("Content-Disposition"))
                .startsWith("attachment; filename=\"davedka-")
                .doesNotContain("Алеся");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(text(answer))
                .contains("вул. Ф. Скарыны, 13", "+375 17 000-00-00", "Алеся Кавалёва", "Гімназія № 5", "Каардынатар")
                .contains("/papers/check")
                .doesNotContain("talk", "Алена", "дэфектолаг", "Кабінет", "localhost:8080/desk");
    }

    @Test
    void nothing_that_was_typed_is_kept() throws Exception {
        print(visitors.of(State.CAME), "Ягайла Нідзе-Невядомы", "Школа Нязнанкі");

        List<String> columns = jdbc.sql("""
                        select column_name from information_schema.columns
                        where table_schema = 'papers' and table_name = 'paper' order by 1
                        """).query(String.class).list();
        assertThat(columns).containsExactly("by_actor", "issued_at", "number", "visit_id", "year");
    }

    @Test
    void numbers_run_on_and_a_paper_keeps_its_own_when_it_is_printed_again() throws Exception {
        Visit first = visitors.of(State.CAME);
        Visit second = visitors.of(State.LATE);

        int one = inYear(print(first, "Алеся", ""));
        int two = inYear(print(second, "Марыя", ""));

        assertThat(two).isEqualTo(one + 1);
        assertThat(inYear(print(first, "Алеся Кавалёва", "Школа"))).isEqualTo(one);
        assertThat(open(first)).contains("№ " + one + "/");
        assertThat(inYear(print(visitors.of(State.CAME), "Вольга", ""))).isEqualTo(two + 1);
    }

    @Test
    void a_new_year_begins_with_one() throws Exception {
        Visit visit = visitors.of(State.CAME);
        clock.set(Instant.parse("2031-12-31T21:30:00Z"));

        assertThat(text(print(visit, "Алеся", ""))).contains("№ 1/2032");
    }

    @Test
    void two_colleagues_who_print_at_the_same_moment_get_one_number() throws Exception {
        Visit visit = visitors.of(State.CAME);
        int before = inYear(print(visitors.of(State.CAME), "Марыя", ""));
        var start = new CountDownLatch(1);
        List<Future<PaperOutcome>> both = new ArrayList<>();
        try (var people = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 6; i++) {
                both.add(people.submit(() -> {
                    start.await();
                    return Actor.as("test", () -> papers.issue(visit, "Алеся", ""));
                }));
            }
            start.countDown();
        }

        for (Future<PaperOutcome> one : both) {
            assertThat(((PaperOutcome.Issued) one.get()).paper().number().inYear())
                    .isEqualTo(before + 1);
        }
        assertThat(inYear(print(visitors.of(State.CAME), "Вольга", ""))).isEqualTo(before + 2);
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"BOOKED", "NO_SHOW", "CANCELLED"})
    void who_was_not_here_gets_no_paper(State state) throws Exception {
        Visit visit = state == State.CANCELLED ? visitors.booked() : visitors.of(state);
        if (state == State.CANCELLED) {
            Actor.as("family", () -> changes.cancel(visit, null));
        }

        MockHttpServletResponse answer = print(visit, "Алеся", "");

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("на якую прыйшлі").doesNotContain("name=\"institution\"");
        assertThat(papers.find(visit.id())).isEmpty();
    }

    @Test
    void who_is_forgotten_gets_no_paper_any_more() throws Exception {
        Visit visit = visitors.of(State.CAME);
        Actor.as(
                "test",
                () -> new TransactionTemplate(transactions)
                        .executeWithoutResult(status -> persons.erase(visit.person())));

        MockHttpServletResponse answer = print(visit, "Алеся", "");

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("ўжо сцёртыя");
    }

    @Test
    void a_paper_without_a_name_or_with_what_cannot_be_printed_comes_back_with_words() throws Exception {
        Visit visit = visitors.of(State.CAME);

        assertThat(print(visit, " ", "").getContentAsString())
                .contains("href=\"#name\"", "Напішыце, як назваць", "aria-invalid=\"true\"");
        assertThat(print(visit, "Алеся 🙂", "Гімназія").getContentAsString())
                .contains("Так надрукаваць нельга", "Алеся 🙂", "Гімназія");
        assertThat(print(visit, "Алеся", "http://example.org").getContentAsString())
                .contains("href=\"#institution\"");
        assertThat(papers.find(visit.id())).isEmpty();
    }

    @Test
    void alena_prints_for_her_own_visits_and_nobody_else_of_the_specialists_does() throws Exception {
        Visit hers = visitors.of(State.CAME);

        assertThat(as(SmallCentre.ALENA, "SPECIALIST", get("/desk/papers/" + hers.id()))
                        .getStatus())
                .isEqualTo(200);
        assertThat(as(SmallCentre.PAVEL, "SPECIALIST", get("/desk/papers/" + hers.id()))
                        .getStatus())
                .isEqualTo(403);
        assertThat(as(
                                SmallCentre.PAVEL,
                                "SPECIALIST",
                                post("/desk/papers/" + hers.id()).param("name", "Алеся"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(as(SmallCentre.id("katsiaryna"), "METHODOLOGIST", get("/desk/papers/" + hers.id()))
                        .getStatus())
                .isEqualTo(403);
        assertThat(mvc.perform(get("/desk/papers/" + hers.id()))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .contains("/sign-in");
    }

    @Test
    void the_page_of_a_visit_leads_to_its_paper_once_somebody_came() throws Exception {
        Visit came = visitors.of(State.CAME);
        Visit missed = visitors.of(State.NO_SHOW);
        clock.set(missed.end().plusSeconds(1));

        assertThat(as(SmallCentre.ALENA, "SPECIALIST", get("/desk/visits/" + came.id()))
                        .getContentAsString())
                .contains("/desk/papers/" + came.id());
        assertThat(as(SmallCentre.ALENA, "SPECIALIST", get("/desk/visits/" + missed.id()))
                        .getContentAsString())
                .contains("Не прыйшлі")
                .doesNotContain("/desk/papers/");
    }

    @Test
    void the_form_offers_the_name_that_was_given_and_says_what_the_paper_will_hold() throws Exception {
        assertThat(open(visitors.of(State.CAME)))
                .contains("value=\"Алеся\"", "Што рабілі, з кім і для чаго, у ёй не пішам");
        assertThat(open(visitors.of(State.LATE))).contains("Людзі спазніліся");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_paper_speaks_the_language_of_the_school(Language language) throws Exception {
        MockHttpServletResponse answer = send(visitors.of(State.CAME), "Алеся", "", language.tag());

        String title = switch (language) {
            case BE -> "Даведка аб наведванні";
            case RU -> "Справка о посещении";
            case EN -> "Certificate of attendance";
        };
        assertThat(text(answer)).contains(title);
        try (PDDocument paper = Loader.loadPDF(answer.getContentAsByteArray())) {
            assertThat(paper.getDocumentCatalog().getLanguage()).isEqualTo(language.tag());
        }
    }

    @Test
    void a_school_learns_the_day_it_was_issued_and_the_day_of_the_visit_and_nothing_else() throws Exception {
        Visit visit = visitors.of(State.CAME);
        String paper = text(print(visit, "Алеся", "Гімназія"));
        String number = first(NUMBER, paper);

        MockHttpServletResponse answer =
                check(number, first(CODE, paper).toLowerCase(java.util.Locale.ROOT), "192.0.2.1");

        LocalDate day = visit.start().atZone(SmallCentre.MINSK).toLocalDate();
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString())
                .contains("Так, гэту даведку выдаў Цэнтр", day.getYear() + ".")
                .doesNotContain("Алеся", "Гімназія", "10:00");
        assertThat(answer.getHeader("X-Robots-Tag")).contains("noindex");
    }

    @Test
    void a_wrong_code_a_wrong_number_and_a_paper_that_no_longer_stands_get_the_same_answer() throws Exception {
        Visit visit = visitors.of(State.CAME);
        String paper = text(print(visit, "Алеся", ""));
        String number = first(NUMBER, paper);
        String code = first(CODE, paper);

        String wrongCode = check(number, "BCDFGHJK", "192.0.2.2").getContentAsString();
        String wrongNumber = check("99999/2020", code, "192.0.2.2").getContentAsString();
        Actor.as("test", () -> changes.happened(visit.id(), State.NO_SHOW));
        String fallen = check(number, code, "192.0.2.2").getContentAsString();

        assertThat(List.of(wrongCode, wrongNumber, fallen)).allMatch(page -> page.contains("Такой даведкі няма"));
    }

    @Test
    void guessing_ends_soon_and_only_for_whoever_guesses() throws Exception {
        String paper = text(print(visitors.of(State.CAME), "Алеся", ""));
        for (int i = 0; i < 4; i++) {
            assertThat(check("1/2026", "XXXXXXXX", "192.0.2.3").getStatus()).isEqualTo(422);
        }

        assertThat(check(first(NUMBER, paper), first(CODE, paper), "192.0.2.3").getStatus())
                .isEqualTo(429);
        assertThat(check(first(NUMBER, paper), first(CODE, paper), "192.0.2.4").getStatus())
                .isEqualTo(200);
    }

    private MockHttpServletResponse check(String number, String code, String from) throws Exception {
        return mvc.perform(post("/papers/check")
                        .param("number", number)
                        .param("code", code)
                        .header("Origin", "http://localhost:8080")
                        .with(request -> {
                            request.setRemoteAddr(from);
                            return request;
                        }))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse print(Visit visit, String name, String institution) throws Exception {
        return send(visit, name, institution, "be");
    }

    private MockHttpServletResponse send(Visit visit, String name, String institution, String language)
            throws Exception {
        return as(
                Visitors.MARYNA_THE_COORDINATOR,
                "COORDINATOR",
                post("/desk/papers/" + visit.id())
                        .param("name", name)
                        .param("institution", institution)
                        .param("language", language)
                        .param("signer", "coordinator"));
    }

    private String open(Visit visit) throws Exception {
        return as(Visitors.MARYNA_THE_COORDINATOR, "COORDINATOR", get("/desk/papers/" + visit.id()))
                .getContentAsString();
    }

    private MockHttpServletResponse as(UUID who, String role, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(AtDesk.as("staff:" + who, role)).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private static int inYear(MockHttpServletResponse answer) throws IOException {
        return Integer.parseInt(first(NUMBER, text(answer)).replaceFirst("/.*", ""));
    }

    private static String first(Pattern what, String text) {
        Matcher found = what.matcher(text);
        assertThat(found.find()).as("%s in %s", what, text).isTrue();
        return found.group(1);
    }

    private static String text(MockHttpServletResponse answer) throws IOException {
        try (PDDocument paper = Loader.loadPDF(answer.getContentAsByteArray())) {
            return new PDFTextStripper().getText(paper).replaceAll("\\s+", " ");
        }
    }
}

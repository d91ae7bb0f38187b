package by.pobach.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import by.pobach.InTestHouse;
import by.pobach.diary.Diary;
import by.pobach.diary.Slot;
import by.pobach.letters.Letters;
import by.pobach.people.Person.TellBy;
import by.pobach.people.Persons;
import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import by.pobach.people.StaffMember.Role;
import by.pobach.signin.AtDesk;
import by.pobach.visits.Booking;
import by.pobach.visits.MovedClock;
import by.pobach.visits.SmallCentre;
import by.pobach.visits.Task;
import by.pobach.visits.Tasks;
import by.pobach.visits.Visit;
import by.pobach.visits.Visit.State;
import by.pobach.visits.VisitChanges;
import by.pobach.visits.Visitors;
import by.pobach.visits.Visits;
import by.pobach.web.Actor;
import by.pobach.web.Language;
import by.pobach.web.Words;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What people do changes one figure by one, and none besides. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@InTestHouse
@Import({SmallCentre.class, Visitors.class, MovedClock.InTheHouse.class})
@NullMarked
class FiguresTests {
    private static final String MARYNA = "staff:" + Visitors.MARYNA_THE_COORDINATOR;
    private static final Pattern ROW = Pattern.compile("class=\"what\"");

    @Autowired
    MockMvc mvc;

    @Autowired
    SmallCentre centre;

    @Autowired
    Visitors visitors;

    @Autowired
    Visits visits;

    @Autowired
    VisitChanges changes;

    @Autowired
    Tasks tasks;

    @Autowired
    Letters letters;

    @Autowired
    Persons persons;

    @Autowired
    Staff staff;

    @Autowired
    Diary diary;

    @Autowired
    CountsTable counts;

    @Autowired
    Loads loads;

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
    void alesya_books_and_one_more_has_asked() {
        assertThat(change(thisWeek(), visitors::booked)).isEqualTo(Map.of("booked", "+1"));
    }

    @Test
    void the_longest_wait_of_a_week_is_that_of_the_visit_asked_for_first() {
        Visit visit = visitors.booked();
        Week week = weekOf(visit);
        int before = longest(week);

        jdbc.sql("update visits.visit set booked_at = booked_at - interval '40 days' where id = ?")
                .param(visit.id())
                .update();

        assertThat(longest(week)).isEqualTo(before + 40);
        changes.cancel(visit, null);
        assertThat(counts.of(week, clock.instant()).longestWait()).isNotEqualTo(before + 40);
    }

    @ParameterizedTest
    @CsvSource({"CAME, kept", "LATE, kept", "NO_SHOW, noShow"})
    void what_is_said_about_a_visit_counts_in_the_week_of_the_visit(State state, String figure) {
        Visit visit = visitors.booked();

        assertThat(change(weekOf(visit), () -> visitors.happened(visit, state))).isEqualTo(Map.of(figure, "+1"));
    }

    @Test
    void a_visit_that_is_over_and_not_marked_is_missed_until_it_is() {
        Visit visit = visitors.booked();

        assertThat(change(weekOf(visit), () -> clock.set(visit.end().plusSeconds(1)))
                        .get("unmarked"))
                .startsWith("+");
        assertThat(change(weekOf(visit), () -> visitors.happened(visit, State.CAME)))
                .isEqualTo(Map.of("unmarked", "-1", "kept", "+1"));
    }

    @Test
    void who_cancels_decides_where_it_counts_and_taking_it_back_takes_it_out() {
        Visit first = visitors.booked();
        Visit second = visitors.booked();

        assertThat(change(thisWeek(), () -> Actor.as("family", () -> changes.cancel(first, null))))
                .isEqualTo(Map.of("cancelledByFamily", "+1"));
        assertThat(change(thisWeek(), () -> Actor.as(MARYNA, () -> changes.cancel(second, "хворы"))))
                .isEqualTo(Map.of("cancelledByUs", "+1"));
        assertThat(change(
                        thisWeek(),
                        () -> Actor.as(
                                "family",
                                () -> changes.restore(visits.find(first.id()).orElseThrow()))))
                .isEqualTo(Map.of("cancelledByFamily", "-1"));
        assertThat(change(thisWeek(), () -> Actor.as(MARYNA, () -> changes.cancel(first, "хворы"))))
                .as("the last who cancelled it")
                .isEqualTo(Map.of("cancelledByUs", "+1"));
    }

    @Test
    void a_family_to_be_called_is_untold_until_somebody_says_so() {
        Booking plain = centre.booking("talk", visitors.next(), SmallCentre.ALENA);
        Booking byPhone = new Booking(
                plain.service(),
                plain.place(),
                plain.start(),
                plain.specialist(),
                "Вольга",
                null,
                "+375291234567",
                TellBy.CALL,
                Language.BE,
                List.of(),
                Set.of(),
                null);

        assertThat(change(thisWeek(), () -> visitors.keep(byPhone))).isEqualTo(Map.of("booked", "+1", "untold", "+1"));
        UUID letter = letters.toTell().getLast().letterId();
        assertThat(change(
                        thisWeek(),
                        () -> Actor.as(
                                MARYNA,
                                () -> new TransactionTemplate(transactions)
                                        .executeWithoutResult(status -> letters.told(letter)))))
                .isEqualTo(Map.of("untold", "-1"));
    }

    @Test
    void a_wish_is_asked_promised_and_answered_in_time() throws Exception {
        int wishes = counts.of(thisWeek(), clock.instant()).wishes();
        Week far = Week.of(LocalDate.of(2001, 1, 1), SmallCentre.MINSK);

        Task wish = wish();

        Week due = Week.of(wish.due(), SmallCentre.MINSK);
        assertThat(page("/desk/figures?week=" + due.monday())).contains("час яшчэ ёсць: ");
        Counts now = counts.of(thisWeek(), clock.instant());
        assertThat(now.wishes()).isEqualTo(wishes + 1);
        assertThat(now.oldestWish()).isNotNull();
        assertThat(now.wished()).isGreaterThan(0);
        assertThat(change(due, () -> Actor.as(MARYNA, () -> tasks.done(wish.id()))))
                .containsEntry("inTime", "+1")
                .containsEntry("waiting", "-1")
                .containsEntry("wishes", "-1")
                .doesNotContainKeys("promised", "booked", "wished");
        assertThat(counts.of(far, clock.instant()).promised()).isZero();
    }

    @Test
    void an_answer_after_its_day_is_promised_and_not_in_time() throws Exception {
        Task wish = wish();
        LocalDate long_ago = LocalDate.of(2020, 3, 4);
        jdbc.sql("update visits.task set due = ? where id = ?")
                .params(long_ago, wish.id())
                .update();
        Week then = Week.of(long_ago, SmallCentre.MINSK);

        assertThat(counts.of(then, clock.instant()))
                .extracting(Counts::promised, Counts::inTime, Counts::waiting)
                .containsExactly(1, 0, 0);
        Actor.as(MARYNA, () -> tasks.done(wish.id()));
        assertThat(counts.of(then, clock.instant()))
                .extracting(Counts::promised, Counts::inTime, Counts::waiting)
                .containsExactly(1, 0, 0);
        assertThat(page("/desk/figures?week=" + long_ago)).contains("<b>0 з 1</b>");
        assertThat(page("/desk/figures/answered?week=" + long_ago)).contains("Адказалі пазней");
    }

    @Test
    void an_unconfirmed_booking_that_lapsed_was_not_asked() {
        Visit visit = visitors.booked();

        assertThat(change(
                        thisWeek(),
                        () -> jdbc.sql("update visits.visit set state = 'lapsed' where id = ?")
                                .param(visit.id())
                                .update()))
                .isEqualTo(Map.of("booked", "-1"));
    }

    @Test
    void a_week_without_anything_says_so() throws Exception {
        String page = page("/desk/figures?week=1999-06-02");

        assertThat(page).contains("31\u00a0мая", "6\u00a0чэрвеня", "<b>0</b>", "<b>няма</b>");
        for (Figure figure : Figure.values()) {
            if (!figure.isOfNow()) {
                assertThat(page("/desk/figures/" + figure.code() + "?week=1999-06-02"))
                        .contains("Тут нічога няма.");
            }
        }
    }

    @Test
    void each_figure_opens_as_many_rows_as_it_counts() throws Exception {
        visitors.happened(visitors.booked(), State.CAME);
        visitors.happened(visitors.booked(), State.NO_SHOW);
        wish();
        Visit off = visitors.booked();
        Actor.as("family", () -> changes.cancel(off, null));
        Week week = weekOf(off);
        for (Week looked : List.of(thisWeek(), week)) {
            Counts of = counts.of(looked, clock.instant());
            assertThat(rows(Figure.ASKED, looked)).isEqualTo(of.asked());
            assertThat(rows(Figure.ANSWERED, looked)).isEqualTo(of.promised());
            assertThat(rows(Figure.KEPT, looked)).isEqualTo(of.kept());
            assertThat(rows(Figure.NO_SHOW, looked)).isEqualTo(of.noShow());
            assertThat(rows(Figure.UNMARKED, looked)).isEqualTo(of.unmarked());
            assertThat(rows(Figure.CANCELLED_BY_FAMILY, looked)).isEqualTo(of.cancelledByFamily());
            assertThat(rows(Figure.CANCELLED_BY_US, looked)).isEqualTo(of.cancelledByUs());
            assertThat(rows(Figure.UNTOLD, looked)).isEqualTo(of.untold());
            assertThat(rows(Figure.OLDEST_WISH, looked)).isEqualTo(of.wishes());
        }
    }

    @Test
    void a_row_leads_to_the_visit_and_forgets_the_name_with_the_desk() throws Exception {
        Visit visit = visitors.booked();
        visitors.happened(visit, State.NO_SHOW);
        String rows = "/desk/figures/no-show?week=" + weekOf(visit).monday();

        assertThat(page(rows)).contains("/desk/visits/" + visit.id(), "Алеся", "Алена");
        new TransactionTemplate(transactions).executeWithoutResult(status -> persons.erase(visit.person()));
        assertThat(page(rows)).contains("/desk/visits/" + visit.id(), "Імя сцёрта");
    }

    @Test
    void a_hundred_and_more_rows_have_a_next_page() throws Exception {
        jdbc.sql("""
                        insert into people.person (id, language, erased_at, by_actor)
                        values ('00000000-0000-0000-0000-0000000000aa', 'be', now(), 'test')
                        """).update();
        history("2015-06-03T09:00:00Z", 150, "0 minutes");

        String first = page("/desk/figures/kept?week=2015-06-03");
        String second = page("/desk/figures/kept?week=2015-06-03&page=1");

        assertThat(ROW.matcher(first).results()).hasSize(100);
        assertThat(first).contains("page=1").doesNotContain("page=-1");
        assertThat(ROW.matcher(second).results()).hasSize(50);
        assertThat(second).contains("page=0").doesNotContain("page=2");
    }

    @Test
    void figures_are_for_those_who_run_the_desk() throws Exception {
        for (String path : List.of("/desk/figures", "/desk/figures/kept", "/desk/figures.csv")) {
            assertThat(open(path, "DIRECTOR").getStatus()).as(path).isEqualTo(200);
            assertThat(open(path, "COORDINATOR").getStatus()).as(path).isEqualTo(200);
            assertThat(open(path, "SPECIALIST").getStatus()).as(path).isEqualTo(403);
            assertThat(open(path, "METHODOLOGIST").getStatus()).as(path).isEqualTo(403);
            assertThat(mvc.perform(get(path)).andReturn().getResponse().getRedirectedUrl())
                    .contains("/sign-in");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk/figures?week=2026-13-45",
                "/desk/figures?week=tomorrow",
                "/desk/figures?week=%2B999999-01-01",
                "/desk/figures/asked?week=&page=-3",
                "/desk/figures/asked?page=2000000000"
            })
    void a_strange_address_is_a_week_all_the_same(String path) throws Exception {
        assertThat(mvc.perform(get(java.net.URI.create(path)).with(AtDesk.as(MARYNA, "COORDINATOR")))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void a_figure_that_nobody_counts_is_not_there() throws Exception {
        assertThat(open("/desk/figures/ranking", "DIRECTOR").getStatus()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void figures_and_what_they_count_are_said_in_three_languages(Language language) throws Exception {
        visitors.happened(visitors.booked(), State.CAME);
        String page = page("/desk/figures?lang=" + language.tag());

        assertThat(page).contains("lang=\"" + language.tag() + "\"").doesNotContain("??", " style=");
        assertThat(page)
                .contains(
                        switch (language) {
                            case BE -> "не публікуйце";
                            case RU -> "не публикуйте";
                            case EN -> "do not publish";
                        });
    }

    @Test
    void the_file_has_the_figures_and_nobody_s_name() throws Exception {
        Visit visit = visitors.booked();
        visitors.happened(visit, State.CAME);

        MockHttpServletResponse answer =
                open("/desk/figures.csv?week=" + weekOf(visit).monday(), "DIRECTOR");

        String file = new String(answer.getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(answer.getContentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.getHeader("Content-Disposition"))
                .contains("figures-" + weekOf(visit).monday() + ".csv");
        assertThat(file).startsWith("\uFEFFfrom;to;figure;name;value\r\n");
        assertThat(file)
                .contains("kept;\"Прыйшлі\";"
                        + counts.of(weekOf(visit), clock.instant()).kept() + "\r\n")
                .doesNotContain("Алеся", "Алена");
        assertThat(file.lines()).hasSize(14).allMatch(line -> line.split(";").length >= 4);
    }

    @Test
    void alena_has_given_half_an_hour_of_forty() {
        Visit visit = visitors.booked();
        Week week = weekOf(visit);
        Loads.Load before = loadOf("Алена", week);

        Visit other = visitors.booked();
        Loads.Load after = loadOf("Алена", weekOf(other).equals(week) ? week : weekOf(other));

        assertThat(before.booked()).isPositive();
        assertThat(after.booked()).isPositive();
        assertThat(before.worked()).isPositive().isLessThanOrEqualTo(40 * 60);
        diaryAbsence(SmallCentre.PAVEL, visit.start(), Duration.ofMinutes(90));
        assertThat(loadOf("Павел", week).worked()).isEqualTo(before.worked() - 90);
    }

    @Test
    void specialists_stand_in_the_order_of_the_alphabet_whatever_their_load() {
        List<String> surnames = List.of("Едзін", "Ёлкін", "Жук", "Ігнат", "Йодка", "Усік", "Ўсацкі", "Фогель");
        Actor.as(
                "test",
                () -> new TransactionTemplate(transactions)
                        .executeWithoutResult(status -> surnames.reversed()
                                .forEach(surname -> staff.hire(new StaffMember(
                                        UUID.randomUUID(),
                                        Words.same("Алесь " + surname),
                                        Words.same("лагапед"),
                                        Set.of(Role.SPECIALIST),
                                        List.of("be"),
                                        UUID.randomUUID() + "@pobach.example")))));

        assertThat(loads.of(thisWeek(), Language.BE))
                .extracting(Loads.Load::name)
                .filteredOn(name -> name.startsWith("Алесь "))
                .extracting(name -> name.substring(6))
                .containsExactlyElementsOf(surnames);
    }

    /** The plan that the database makes: what it reads must not grow with what lies behind. */
    @Test
    void ten_years_of_history_cost_no_more_than_one() {
        jdbc.sql("""
                        insert into people.person (id, language, erased_at, by_actor)
                        values ('00000000-0000-0000-0000-0000000000aa', 'be', now(), 'test') on conflict do nothing
                        """).update();
        history("2016-01-04T06:00:00Z", 6_000, "30 minutes");
        String one = plan();
        history("2017-01-02T06:00:00Z", 40_000, "30 minutes");
        String ten = plan();

        assertThat(ten)
                .doesNotContain("Seq Scan on visit", "Seq Scan on task", "Seq Scan on step", "Seq Scan on letter");
        assertThat(read(ten)).isLessThanOrEqualTo(read(one) + 50);
        assertThat(read(plan("select count(*) from visits.published_visit where state = 'came'")))
                .as("the measure sees a scan")
                .isGreaterThan(30_000);
    }

    @Test
    void a_page_of_figures_asks_the_database_few_questions() throws Exception {
        page("/desk/figures");
        var statements = new ListAppender<ILoggingEvent>();
        var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        statements.start();
        logger.addAppender(statements);
        logger.setAdditive(false);
        logger.setLevel(Level.DEBUG);
        try {
            page("/desk/figures");
        } finally {
            logger.setLevel(null);
            logger.setAdditive(true);
            logger.detachAppender(statements);
        }

        assertThat(statements.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .filteredOn(said -> said.contains("published_"))
                .hasSize(5);
    }

    private String plan() {
        return plan(CountsTable.COUNTS);
    }

    private String plan(String query) {
        Week week = thisWeek();
        return String.join(
                "\n",
                jdbc.sql("explain (analyze, costs off, timing off, summary off) " + query)
                        .params(CountsTable.parameters(week, clock.instant()))
                        .query(String.class)
                        .list());
    }

    /** All rows that any part of the plan touched, kept or not. */
    private static long read(String plan) {
        return Pattern.compile("(?:rows=|Removed by \\w+: )(\\d+)")
                .matcher(plan)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }

    private void history(String from, int many, String step) {
        jdbc.sql("""
                        insert into visits.visit (id, service_id, place, starts_at, ends_at, specialist_id, person_id, state,
                            token_hash, code, contact_hash, booked_at, cancelled_at)
                        select gen_random_uuid(), 'talk', 'here', at, at + interval '30 minutes', :alena,
                            '00000000-0000-0000-0000-0000000000aa', case when n % 10 = 9 and n > 200 then 'cancelled' else 'came' end,
                            sha256(random()::text::bytea), '', '', at - interval '9 days', at - interval '1 day'
                        from (select n, cast(:from as timestamptz) + n * cast(:step as interval) as at
                              from generate_series(1, :many) n) days
                        """)
                .param("alena", SmallCentre.ALENA)
                .param("from", from)
                .param("step", step)
                .param("many", many)
                .update();
    }

    private Map<String, String> change(Week week, Runnable what) {
        Map<String, Integer> before = numbers(counts.of(week, clock.instant()));
        what.run();
        Map<String, Integer> after = numbers(counts.of(week, clock.instant()));
        Map<String, String> changed = new TreeMap<>();
        after.forEach((name, now) -> {
            int then = before.getOrDefault(name, 0);
            if (now != then) {
                changed.put(name, now > then ? "+" + (now - then) : String.valueOf(now - then));
            }
        });
        // Days are not counts; they have tests of their own.
        changed.keySet().removeAll(Set.of("longestWait", "oldestWish"));
        return changed;
    }

    private static Map<String, Integer> numbers(Counts counts) {
        Map<String, Integer> numbers = new TreeMap<>();
        for (RecordComponent component : Counts.class.getRecordComponents()) {
            try {
                Object value = component.getAccessor().invoke(counts);
                numbers.put(component.getName(), value == null ? 0 : (Integer) value);
            } catch (ReflectiveOperationException impossible) {
                throw new AssertionError(impossible);
            }
        }
        return numbers;
    }

    private int longest(Week week) {
        Integer days = counts.of(week, clock.instant()).longestWait();
        return days == null ? 0 : days;
    }

    private Loads.Load loadOf(String name, Week week) {
        return loads.of(week, Language.BE).stream()
                .filter(load -> load.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void diaryAbsence(UUID who, Instant from, Duration length) {
        Actor.as(
                "test",
                () -> new TransactionTemplate(transactions)
                        .executeWithoutResult(
                                status -> diary.absent(UUID.randomUUID(), new Slot(who, from, from.plus(length)))));
    }

    private Task wish() throws Exception {
        mvc.perform(post("/wish")
                        .param("words", "Толькі ўвечары")
                        .param("name", "Марыя")
                        .param("phone", "+375 29 600-00-01")
                        .param("language", "be")
                        .param("agreed", "true")
                        .header("Origin", "http://localhost:8080"))
                .andReturn();
        return tasks.open().stream()
                .filter(task -> task.kind() == Task.Kind.WISH)
                .max(java.util.Comparator.comparing(Task::madeAt))
                .orElseThrow();
    }

    private Week thisWeek() {
        return Week.of(clock.instant().atZone(SmallCentre.MINSK).toLocalDate(), SmallCentre.MINSK);
    }

    private static Week weekOf(Visit visit) {
        return Week.of(visit.start().atZone(SmallCentre.MINSK).toLocalDate(), SmallCentre.MINSK);
    }

    private int rows(Figure figure, Week week) throws Exception {
        String page = page("/desk/figures/" + figure.code() + "?week=" + week.monday());
        return (int) ROW.matcher(page).results().count();
    }

    private String page(String path) throws Exception {
        MockHttpServletResponse answer = open(path, "COORDINATOR");
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString();
    }

    private MockHttpServletResponse open(String path, String role) throws Exception {
        return mvc.perform(get(path).with(AtDesk.as(MARYNA, role))).andReturn().getResponse();
    }
}

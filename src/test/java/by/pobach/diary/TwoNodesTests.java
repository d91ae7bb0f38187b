package by.pobach.diary;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.Pobach;
import by.pobach.SameDatabase;
import by.pobach.diary.Team.Candidate;
import by.pobach.diary.Team.Part;
import by.pobach.diary.Team.Role;
import by.pobach.places.WorkingCalendar;
import by.pobach.web.Ids;
import by.pobach.web.Words;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes on one database: what one promises, the other knows within a second, whatever happens to the messenger. */
class TwoNodesTests {
    private static final ZoneId MINSK = ZoneId.of("Europe/Minsk");
    private static final Duration WITHIN = Duration.ofSeconds(1);
    /** A listener that was cut off notices within a second and reads everything anew; then the second begins. */
    private static final Duration WITHIN_AFTER_A_CUT = Duration.ofSeconds(3);

    private static ConfigurableApplicationContext one;
    private static ConfigurableApplicationContext other;

    private final UUID alesya = Ids.next();
    private LocalDate day = LocalDate.EPOCH;

    @BeforeAll
    static void two_nodes() {
        SameDatabase database = new SameDatabase();
        one = node(database);
        other = node(database);
    }

    private static ConfigurableApplicationContext node(SameDatabase database) {
        return new SpringApplicationBuilder(Pobach.class).initializers(database).run();
    }

    @AfterAll
    static void both_end() {
        other.close();
        one.close();
    }

    @BeforeEach
    void alesya_works_every_day() {
        day = LocalDate.now(MINSK).plusDays(30);
        on(one, () -> {
            one.getBean(WorkingCalendar.class).keepWeek(week());
            one.getBean(WorkingCalendar.class).keepDay(day, DayOfWeek.MONDAY, Words.same("звычайны"));
            diary(one).register(new Resource(alesya, Resource.Kind.SPECIALIST));
        });
        await(WITHIN_AFTER_A_CUT, () -> free(one).contains(ten()) && free(other).contains(ten()));
    }

    @Test
    void a_booking_on_one_node_is_gone_from_the_other_within_a_second() {
        book(one);

        assertThat(free(one)).doesNotContain(ten());
        await(WITHIN, () -> !free(other).contains(ten()));
    }

    @Test
    void a_cancelled_time_is_offered_by_the_other_node_within_a_second() {
        UUID visit = book(one);
        await(WITHIN, () -> !free(other).contains(ten()));

        on(one, () -> diary(one).release(visit));

        assertThat(free(one)).contains(ten());
        await(WITHIN, () -> free(other).contains(ten()));
    }

    @Test
    void a_node_whose_listener_was_cut_off_learns_what_it_missed_and_what_comes() {
        int cut = sql().sql(
                        "select count(pg_terminate_backend(pid)) from pg_stat_activity where query ilike 'listen %'")
                .query(Integer.class)
                .single();
        book(one);

        assertThat(cut).isPositive();
        await(WITHIN_AFTER_A_CUT, () -> !free(other).contains(ten()));
    }

    @Test
    void the_sweep_alone_finds_what_nobody_announced() {
        sql().sql(
                        "insert into diary.hold (id, held_for, kind, resource_id, during) values (?, ?, 'visit', ?, tstzrange(?, ?))")
                .params(
                        Ids.next(),
                        Ids.next(),
                        alesya,
                        java.sql.Timestamp.from(ten()),
                        java.sql.Timestamp.from(ten().plusSeconds(3_600)))
                .update();

        await(Duration.ofSeconds(2), () -> !free(other).contains(ten()));
        await(WITHIN, () -> !free(one).contains(ten()));
    }

    @Test
    void the_sweep_alone_finds_an_absence_that_nobody_announced() {
        // In a transaction that knows its actor: the row names him, and a connection that never had one refuses.
        on(
                one,
                () -> sql().sql("insert into diary.absence (id, resource_id, during) values (?, ?, tstzrange(?, ?))")
                        .params(
                                Ids.next(),
                                alesya,
                                java.sql.Timestamp.from(ten()),
                                java.sql.Timestamp.from(ten().plusSeconds(3_600)))
                        .update());

        await(
                WITHIN_AFTER_A_CUT,
                () -> !free(other).contains(ten()) && !free(one).contains(ten()));
    }

    @Test
    void a_day_that_the_Centre_closes_is_offered_by_no_node_any_more() {
        on(one, () -> one.getBean(WorkingCalendar.class).keepDay(day, null, Words.same("зачынена")));

        await(WITHIN_AFTER_A_CUT, () -> free(one).isEmpty() && free(other).isEmpty());
    }

    private UUID book(ConfigurableApplicationContext node) {
        UUID visit = Ids.next();
        Slot slot = new Slot(alesya, ten(), ten().plusSeconds(3_600));
        on(
                node,
                () -> assertThat(diary(node).hold(visit, "visit", null, List.of(slot)))
                        .isInstanceOf(HoldOutcome.Held.class));
        return visit;
    }

    private Instant ten() {
        return day.atTime(10, 0).atZone(MINSK).toInstant();
    }

    private List<Instant> free(ConfigurableApplicationContext node) {
        Team team = new Team(alesya, List.of(new Role(List.of(new Candidate(List.of(new Part(alesya, 0, 0)))))));
        Search search = new Search(List.of(team), 60, 60, day, day.plusDays(1), Instant.MIN, List.of());
        return diary(node)
                .search(search)
                .flatMap(free -> free.starts().stream())
                .toList();
    }

    private static List<WorkingCalendar.Opening> week() {
        List<WorkingCalendar.Opening> week = new ArrayList<>();
        for (DayOfWeek weekday : DayOfWeek.values()) {
            week.add(new WorkingCalendar.Opening(weekday, LocalTime.of(9, 0), LocalTime.of(18, 0)));
        }
        return week;
    }

    private static Diary diary(ConfigurableApplicationContext node) {
        return node.getBean(Diary.class);
    }

    private static JdbcClient sql() {
        return one.getBean(JdbcClient.class);
    }

    private static void on(ConfigurableApplicationContext node, Runnable work) {
        node.getBean(TransactionTemplate.class).executeWithoutResult(status -> work.run());
    }

    private static void await(Duration patience, BooleanSupplier truth) {
        long until = System.nanoTime() + patience.toNanos();
        while (!truth.getAsBoolean()) {
            assertThat(System.nanoTime()).as("not known after " + patience).isLessThan(until);
            Thread.onSpinWait();
        }
    }
}

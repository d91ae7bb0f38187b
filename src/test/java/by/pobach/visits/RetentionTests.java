package by.pobach.visits;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.InTestHouse;
import by.pobach.offers.Need;
import by.pobach.people.Person;
import by.pobach.people.Person.TellBy;
import by.pobach.visits.Outcome.Booked;
import by.pobach.web.Actor;
import by.pobach.web.Ids;
import by.pobach.web.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@AutoConfigureMockMvc
@InTestHouse
@Import({SmallCentre.class, MovedClock.InTheHouse.class})
@NullMarked
class RetentionTests {
    private static final String CANARY = "Канарэйка";
    private static final String EMAIL = "canary@family.example";
    private static final String PHONE = "375290000777";

    @Autowired
    SmallCentre centre;

    @Autowired
    Visits visits;

    @Autowired
    VisitChanges changes;

    @Autowired
    VisitTable table;

    @Autowired
    VisitRules rules;

    @Autowired
    Retention retention;

    @Autowired
    MovedClock clock;

    @Autowired
    JdbcClient sql;

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
    void after_the_promised_days_a_name_is_found_nowhere() {
        Visit old = canary(centre.wednesday(0, 13, 0), EMAIL, null);
        changes.cancel(canary(centre.wednesday(0, 14, 0), null, "+" + PHONE), "Просіць " + CANARY);
        visits.wishForAnotherTime(
                new Person(Ids.next(), CANARY, EMAIL, null, Language.BE, TellBy.MAIL),
                CANARY + " не можа раніцай",
                "wish-test");
        assertThat(holding(CANARY))
                .contains(
                        "people.person.name",
                        "visits.visit.note",
                        "visits.child.called_by",
                        "visits.step.reason",
                        "visits.task.words");
        assertThat(holding(EMAIL)).contains("people.person.email", "letters.letter.recipient");

        clock.set(old.end().plus(rules.eraseAfter()).minus(Duration.ofHours(1)));
        retention.erase();
        assertThat(holding(CANARY)).as("an hour too early").contains("people.person.name", "visits.visit.note");

        clock.set(old.end().plus(rules.eraseAfter()).plus(Duration.ofDays(2)));
        retention.erase();

        assertThat(holding(CANARY)).isEmpty();
        assertThat(holding(EMAIL)).isEmpty();
        assertThat(holding(PHONE)).isEmpty();
        assertThat(visits.find(old.id())).as("that somebody came stays").isPresent();
    }

    @Test
    void a_visit_ahead_keeps_its_person() {
        Visit ahead = keep(centre.booking("talk", centre.wednesday(10, 14, 0), SmallCentre.PAVEL));

        clock.set(centre.wednesday(9, 14, 0));
        retention.erase();

        assertThat(sql.sql("select name from people.person where id = ?")
                        .param(ahead.person())
                        .query(String.class)
                        .single())
                .isEqualTo("Алеся");
    }

    @Test
    void more_old_visits_than_a_batch_are_erased_in_one_go() {
        Visit one = keep(centre.booking("talk", centre.wednesday(2, 14, 0), SmallCentre.PAVEL));
        inTransaction(() -> sql.sql("""
                        insert into visits.visit (id, service_id, place, starts_at, ends_at, specialist_id, person_id, note, state,
                            token_hash, code, contact_hash)
                        select gen_random_uuid(), 'talk', 'here', starts_at, ends_at, specialist_id, person_id, 'Старое', 'came',
                            sha256(n::text::bytea), 'BCDFGHJK', contact_hash
                        from visits.visit, generate_series(1, 450) n where id = ?
                        """).param(one.id()).update());

        clock.set(one.end().plus(rules.eraseAfter()).plusSeconds(60));
        retention.erase();

        assertThat(holding("Старое")).isEmpty();
    }

    @Test
    void an_unconfirmed_time_is_given_back() {
        Instant start = centre.wednesday(3, 14, 0);
        Visit asked = keep(centre.booking("talk", start, SmallCentre.PAVEL));
        inTransaction(() -> table.becomes(asked.id(), Visit.State.ASKED));

        clock.set(Instant.now().plus(rules.confirmWithin()).minusSeconds(60));
        retention.lapse();
        assertThat(visits.find(asked.id())).map(Visit::state).contains(Visit.State.ASKED);

        clock.set(Instant.now().plus(rules.confirmWithin()).plusSeconds(60));
        retention.lapse();
        assertThat(visits.find(asked.id())).map(Visit::state).contains(Visit.State.LAPSED);
        assertThat(visits.history(asked))
                .last()
                .extracting(VisitTable.Step::what, VisitTable.Step::by)
                .containsExactly("lapsed", "job:retention");
        centre.today(clock);
        assertThat(visits.book(
                        centre.booking("talk", start, SmallCentre.PAVEL),
                        UUID.randomUUID().toString(),
                        "test"))
                .isInstanceOf(Booked.class);
    }

    @Test
    void keys_of_forms_are_forgotten_after_a_week() {
        keep(centre.booking("talk", centre.wednesday(4, 14, 0), SmallCentre.PAVEL));
        assertThat(keys()).isPositive();

        clock.set(Instant.now().plus(Duration.ofDays(7)).plusSeconds(60));
        retention.erase();

        assertThat(keys()).isZero();
    }

    private int keys() {
        return sql.sql("select count(*) from visits.idempotency")
                .query(Integer.class)
                .single();
    }

    private Visit canary(Instant start, @Nullable String email, @Nullable String phone) {
        Booking plain = centre.booking("talk", start, SmallCentre.PAVEL);
        return keep(new Booking(
                plain.service(),
                plain.place(),
                start,
                SmallCentre.PAVEL,
                CANARY,
                email,
                phone,
                email == null ? TellBy.CALL : TellBy.MAIL,
                Language.BE,
                List.of(new Booking.Child(CANARY, 7)),
                Set.of(Need.SIGN_INTERPRETER),
                CANARY + " любіць цішыню"));
    }

    private Visit keep(Booking booking) {
        return ((Booked) visits.book(booking, UUID.randomUUID().toString(), "test")).visit();
    }

    private void inTransaction(Runnable work) {
        Actor.as("test", () -> new TransactionTemplate(transactions).executeWithoutResult(status -> work.run()));
    }

    /** Every column of every table in which the text stands, as schema.table.column. */
    private List<String> holding(String text) {
        List<String> columns = sql.sql("""
                        select format('%I.%I.%I', c.table_schema, c.table_name, c.column_name)
                        from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema', 'flyway')
                        """).query(String.class).list();
        assertThat(columns).hasSizeGreaterThan(50);
        return columns.stream().filter(column -> holds(column, text)).toList();
    }

    private boolean holds(String column, String text) {
        String table = column.substring(0, column.lastIndexOf('.'));
        String name = column.substring(column.lastIndexOf('.') + 1);
        return sql.sql("select exists (select from " + table + " where position(? in " + name + "::text) > 0"
                        + " or position(encode(convert_to(?, 'UTF8'), 'hex') in " + name + "::text) > 0)")
                .params(text, text)
                .query(Boolean.class)
                .single();
    }
}

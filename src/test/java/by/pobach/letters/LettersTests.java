package by.pobach.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import by.pobach.InTestHouse;
import by.pobach.web.Actor;
import by.pobach.web.Language;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A real SMTP dialogue with a mail server in this JVM, and a real database. */
@ApplicationModuleTest
@InTestHouse
@NullMarked
class LettersTests {
    private static final GreenMail MAIL =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
    private static final String ALESYA = "alesya@example.org";
    private static final String MARYNA = "staff:0192f3a0-0000-7000-8000-000000000001";
    private static final String ICS = """
            BEGIN:VCALENDAR\r
            VERSION:2.0\r
            PRODID:-//Pobach//Pobach//BE\r
            METHOD:REQUEST\r
            BEGIN:VEVENT\r
            UID:1@pobach\r
            DTSTAMP:20270220T100000Z\r
            DTSTART:20270301T070000Z\r
            DTEND:20270301T074500Z\r
            SUMMARY:Сустрэча\r
            ORGANIZER:mailto:centre@pobach.example\r
            ATTENDEE:mailto:alesya@example.org\r
            END:VEVENT\r
            END:VCALENDAR\r
            """;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry settings) {
        MAIL.start();
        settings.add(
                "pobach.smtp-url", () -> "smtp://127.0.0.1:" + MAIL.getSmtp().getPort());
        settings.add("pobach.mail-from", () -> "centre@pobach.example");
    }

    @AfterAll
    static void close() {
        MAIL.stop();
    }

    @Autowired
    Letters letters;

    @Autowired
    LetterTable table;

    @Autowired
    PostmanTable rounds;

    @Autowired
    PostSettings settings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void empty_the_boxes() throws Exception {
        jdbc.sql("delete from letters.letter").update();
        MAIL.purgeEmailFromAllMailboxes();
    }

    @Test
    void alesya_gets_her_letter_right_after_the_booking() throws Exception {
        post(booked(UUID.randomUUID()));

        assertThat(MAIL.waitForIncomingEmail(5000, 1)).isTrue();
        MimeMessage mail = MAIL.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Сустрэча 1 сакавіка, 10:00");
        assertThat(mail.getFrom()[0].toString()).contains("centre@pobach.example");
        assertThat(((jakarta.mail.internet.InternetAddress) mail.getFrom()[0]).getPersonal())
                .isEqualTo("Побач");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(ALESYA);
        assertThat(text(mail, 0)).isEqualTo("Чакаем вас 1 сакавіка а 10:00.");
        assertThat(text(mail, 1)).isEqualTo("<p>Чакаем вас 1 сакавіка а 10:00.</p>");
    }

    @Test
    void her_calendar_understands_the_invitation() throws Exception {
        post(booked(UUID.randomUUID()));

        MimeMessage mail = arrived(1).getFirst();
        var type = new ContentType(part(mail, 2).getContentType());
        assertThat(type.getBaseType()).isEqualTo("text/calendar");
        assertThat(type.getParameter("method")).isEqualTo("REQUEST");
        assertThat(type.getParameter("charset")).isEqualTo("UTF-8");
        var calendar = new CalendarBuilder().build(new StringReader(text(mail, 2)));
        calendar.validate();
        assertThat(text(mail, 2)).contains("SUMMARY:Сустрэча").contains("METHOD:REQUEST");
    }

    @Test
    void said_twice_it_is_posted_once() {
        UUID visit = UUID.randomUUID();

        post(booked(visit));
        post(booked(visit));

        arrived(1);
        assertThat(jdbc.sql("select count(*) from letters.letter")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_booking_that_failed_says_nothing() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            letters.post(booked(UUID.randomUUID()));
            status.setRollbackOnly();
        });

        assertThat(MAIL.waitForIncomingEmail(400, 1)).isFalse();
        assertThatThrownBy(() -> letters.post(booked(UUID.randomUUID())))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void two_nodes_racing_send_each_letter_once() throws Exception {
        Postman second = new Postman(rounds, table, settings);
        Postman third = new Postman(rounds, table, settings);
        second.start();
        third.start();
        try {
            in(() -> IntStream.range(0, 120).forEach(i -> letters.post(booked(UUID.randomUUID()))));

            List<MimeMessage> mails = arrived(120);
            assertThat(mails).extracting(MimeMessage::getMessageID).doesNotHaveDuplicates();
            await().untilAsserted(() -> assertThat(states()).containsOnly("sent"));
            assertThat(MAIL.getReceivedMessages()).hasSize(120);
        } finally {
            second.stop();
            third.stop();
        }
    }

    @Test
    void whoever_is_put_in_office_goes_his_rounds() {
        for (int i = 0; i < 200; i++) {
            Postman postman = new Postman(rounds, table, settings);
            postman.start();
            try {
                assertThat(postman.isRunning()).isTrue();
            } finally {
                postman.stop();
            }
        }
    }

    @Test
    void after_a_crash_a_confirmation_goes_again_under_the_same_id() throws Exception {
        post(booked(UUID.randomUUID()));
        String first = arrived(1).getFirst().getMessageID();
        await().untilAsserted(() -> assertThat(states()).containsExactly("sent"));

        died("sending", 61);

        List<MimeMessage> both = arrived(2);
        assertThat(both.get(1).getMessageID()).isEqualTo(first);
        await().untilAsserted(() -> assertThat(states()).containsExactly("sent"));
    }

    @Test
    void a_node_that_is_only_slow_is_left_alone() {
        post(booked(UUID.randomUUID()));
        arrived(1);
        await().untilAsserted(() -> assertThat(states()).containsExactly("sent"));

        died("sending", 30);

        assertThat(MAIL.waitForIncomingEmail(2500, 2)).isFalse();
    }

    @Test
    void after_a_crash_a_reminder_is_not_repeated_and_a_person_looks() {
        UUID visit = UUID.randomUUID();
        post(letter(visit, "reminder", ALESYA));
        arrived(1);
        await().untilAsserted(() -> assertThat(states()).containsExactly("sent"));

        died("sending", 61);

        await().untilAsserted(() -> assertThat(states()).containsExactly("unknown"));
        assertThat(MAIL.getReceivedMessages()).hasSize(1);
        assertThat(letters.toTell()).extracting(ToTell::why).containsExactly(ToTell.Why.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alesya@example.org\r\nBcc: thief@example.org",
                "alesya@example.org, thief@example.org",
                "alesya@example.org\nSubject: x",
                "no address",
                ""
            })
    void an_address_that_hides_another_gets_nothing_and_a_person_looks(String to) {
        post(letter(UUID.randomUUID(), "booked", to));

        await().untilAsserted(() -> assertThat(states()).containsExactly("failed"));
        assertThat(MAIL.getReceivedMessages()).isEmpty();
        assertThat(letters.toTell()).extracting(ToTell::why).containsExactly(ToTell.Why.REFUSED);
    }

    @Test
    void a_subject_cannot_add_a_header() throws Exception {
        Letter plain = booked(UUID.randomUUID());
        post(new Letter(
                plain.about(),
                0,
                "booked",
                Letter.Channel.MAIL,
                ALESYA,
                Language.EN,
                "Meeting\r\nBcc: thief@example.org\r\n\r\nbody",
                "words",
                null,
                null));

        MimeMessage mail = arrived(1).getFirst();
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).isEqualTo("Meeting Bcc: thief@example.org body");
        assertThat(mail.getAllRecipients()).hasSize(1);
    }

    @Test
    void what_is_to_be_told_by_phone_counts_only_when_a_named_person_says_so() {
        UUID visit = UUID.randomUUID();
        post(desk(visit, 0));
        post(desk(visit, 1));

        ToTell open = letters.toTell().getFirst();
        assertThat(letters.toTell()).hasSize(1);
        assertThat(open.words()).isEqualTo("Сказаць: новы час 1");
        assertThatThrownBy(() -> in(() -> letters.told(open.letterId()))).isInstanceOf(IllegalStateException.class);
        assertThat(letters.state().toTell()).isEqualTo(1);

        Actor.as(
                MARYNA, () -> in(() -> assertThat(letters.told(open.letterId())).isTrue()));
        Actor.as(
                MARYNA, () -> in(() -> assertThat(letters.told(open.letterId())).isFalse()));

        assertThat(letters.toTell()).isEmpty();
        assertThat(jdbc.sql("select distinct told_by from letters.letter")
                        .query(String.class)
                        .list())
                .containsExactly(MARYNA);
    }

    @Test
    void erased_means_the_words_are_gone_and_the_fact_stays() {
        UUID visit = UUID.randomUUID();
        post(desk(visit, 0));
        post(booked(visit));
        arrived(1);

        in(() -> letters.forget(visit));

        assertThat(jdbc.sql("""
                        select count(*) from letters.letter
                        where coalesce(recipient, subject, words, html, ics) is null and posted_at is not null
                        """).query(Integer.class).single()).isEqualTo(2);
        assertThat(letters.toTell()).isEmpty();
    }

    @Test
    void after_thirty_days_a_sent_letter_is_blank_and_an_open_one_is_not() {
        UUID visit = UUID.randomUUID();
        post(desk(visit, 0));
        post(booked(UUID.randomUUID()));
        await().untilAsserted(() -> assertThat(states()).containsExactlyInAnyOrder("sent", "to_tell"));
        assertThat(table.blank(Period.ofDays(30))).isZero();

        jdbc.sql("update letters.letter set posted_at = now() - interval '31 days'")
                .update();

        assertThat(table.blank(Period.ofDays(30))).isEqualTo(1);
        assertThat(letters.toTell()).extracting(ToTell::to).containsExactly("+375170000000");
    }

    @Test
    void a_year_of_letters_costs_the_postman_nothing() {
        jdbc.sql("""
                insert into letters.letter (id, about, revision, kind, channel, language, message_id, state, by_actor,
                    repeatable)
                select gen_random_uuid(), gen_random_uuid(), 0, 'booked', 'MAIL', 'be', '<x>', 'sent', 'job:test', true
                from generate_series(1, 20000)
                """).update();
        jdbc.sql("analyze letters.letter").update();

        for (String open : List.of(
                "state = 'waiting' and due_at <= now() order by due_at limit 1",
                "state = 'sending' and sending_at < now() - interval '60 seconds'",
                "state in ('to_tell', 'failed', 'unknown') order by about, revision desc, posted_at desc")) {
            String plan = String.join(
                    "\n",
                    jdbc.sql("explain select * from letters.letter where " + open)
                            .query(String.class)
                            .list());
            assertThat(plan).contains("letter_").doesNotContain("Seq Scan");
        }
    }

    private void post(Letter letter) {
        in(() -> letters.post(letter));
    }

    private void in(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    /** What a node leaves behind that falls down in the middle of the dialogue. */
    private void died(String state, int secondsAgo) {
        jdbc.sql(
                        "update letters.letter set state = :state, done_at = null, sending_at = now() - make_interval(secs => :s)")
                .param("state", state)
                .param("s", secondsAgo)
                .update();
    }

    private List<String> states() {
        return jdbc.sql("select state from letters.letter").query(String.class).list();
    }

    private static List<MimeMessage> arrived(int count) {
        await().atMost(Duration.ofSeconds(15)).until(() -> MAIL.getReceivedMessages().length >= count);
        return Arrays.asList(MAIL.getReceivedMessages());
    }

    private static Letter booked(UUID visit) {
        return letter(visit, "booked", ALESYA);
    }

    private static Letter letter(UUID visit, String kind, String to) {
        return new Letter(
                visit,
                0,
                kind,
                Letter.Channel.MAIL,
                to,
                Language.BE,
                "Сустрэча 1 сакавіка, 10:00",
                "Чакаем вас 1 сакавіка а 10:00.",
                "<p>Чакаем вас 1 сакавіка а 10:00.</p>",
                new Letter.Invitation("REQUEST", ICS));
    }

    private static Letter desk(UUID visit, int revision) {
        return new Letter(
                visit,
                revision,
                "moved",
                Letter.Channel.DESK,
                "+375170000000",
                Language.BE,
                "Патэлефанаваць",
                "Сказаць: новы час " + revision,
                null,
                null);
    }

    private static BodyPart part(MimeMessage mail, int number) throws Exception {
        return ((MimeMultipart) mail.getContent()).getBodyPart(number);
    }

    private static String text(MimeMessage mail, int number) throws Exception {
        return new String(part(mail, number).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}

package by.pobach.people;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.InTestHouse;
import by.pobach.letters.Letter;
import by.pobach.letters.Letter.Channel;
import by.pobach.letters.Letters;
import by.pobach.people.Person.TellBy;
import by.pobach.people.Persons.Silence;
import by.pobach.web.Ids;
import by.pobach.web.Language;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** «Не пішыце мне больш», and after a death: one act, and nobody writes again. */
@SpringBootTest
@InTestHouse
class SilenceTests {
    @Autowired
    Persons persons;

    @Autowired
    Letters letters;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final UUID maryna = Ids.next();
    private final String mail = "maryna-" + maryna + "@example.org";

    @BeforeEach
    void maryna_is_known() {
        in(() -> persons.keep(new Person(maryna, "Марына", mail, "+375291110011", Language.BE, TellBy.MAIL)));
    }

    @Test
    void what_waited_is_withdrawn_and_nothing_is_posted_again_by_mail_or_phone() {
        UUID before = posted(Channel.MAIL, mail);
        UUID toTell = posted(Channel.DESK, "+375291110011");

        in(() -> persons.silence(maryna, Silence.ASKED));

        UUID after = posted(Channel.MAIL, mail);
        assertThat(state(before)).isEqualTo("withdrawn");
        assertThat(state(toTell)).isEqualTo("withdrawn");
        assertThat(state(after)).isEqualTo("withdrawn");
        assertThat(persons.silenceOf(maryna)).contains(Silence.ASKED);
    }

    @Test
    void others_hear_as_ever_and_so_does_she_when_she_asks_to() {
        in(() -> persons.silence(maryna, Silence.DIED));

        assertThat(state(posted(Channel.MAIL, "other-" + mail))).isEqualTo("waiting");

        in(() -> persons.speakAgain(maryna));
        assertThat(state(posted(Channel.MAIL, mail))).isEqualTo("waiting");
        assertThat(persons.silenceOf(maryna)).isEmpty();
    }

    @Test
    void silence_that_was_rolled_back_is_none() {
        transaction.executeWithoutResult(status -> {
            persons.silence(maryna, Silence.ASKED);
            status.setRollbackOnly();
        });

        assertThat(state(posted(Channel.MAIL, mail))).isEqualTo("waiting");
    }

    private UUID posted(Channel channel, String to) {
        UUID about = Ids.next();
        in(() -> letters.post(new Letter(about, 0, "test", channel, to, Language.BE, "Ліст", "Словы", null, null)));
        return about;
    }

    private String state(UUID about) {
        return jdbc.sql("select state from letters.letter where about = ?")
                .param(about)
                .query(String.class)
                .single();
    }

    private void in(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }
}

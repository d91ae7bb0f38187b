package by.pobach.people;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.InTestHouse;
import by.pobach.web.Ids;
import by.pobach.web.Language;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationModuleTest(mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES, extraIncludes = "web")
@InTestHouse
class AccountsTests {
    @Autowired
    Accounts accounts;

    @Autowired
    Persons persons;

    @Autowired
    TransactionTemplate transaction;

    private final String mail = "maryna-" + Ids.next() + "@example.org";

    @Test
    void maryna_is_known_by_her_address_however_she_writes_it() {
        UUID maryna = open(mail);

        assertThat(accounts.of(" " + mail.replace("example.org", "EXAMPLE.org ")))
                .contains(maryna);
        assertThat(persons.find(maryna)).hasValueSatisfying(known -> {
            assertThat(known.name()).isEqualTo("Марына");
            assertThat(known.email()).isEqualTo(mail);
        });
    }

    @Test
    void her_second_contact_leads_to_the_same_account_and_nobody_can_take_it() {
        UUID maryna = open(mail);
        UUID stranger = open("stranger-" + mail);

        assertThat(transaction.<Boolean>execute(status -> accounts.add(maryna, "8 (029) 640-11-22")))
                .isTrue();
        assertThat(transaction.<Boolean>execute(status -> accounts.add(stranger, "+375296401122")))
                .isFalse();
        assertThat(accounts.of("29 640 11 22")).contains(maryna);
    }

    @Test
    void two_who_open_by_one_contact_at_the_same_moment_get_one_account() {
        var both = Stream.generate(() -> CompletableFuture.supplyAsync(() -> open(mail)))
                .limit(8)
                .toList();

        assertThat(both.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    }

    @Test
    void nobody_is_found_by_something_that_is_no_contact_or_after_the_account_was_closed() {
        UUID maryna = open(mail);
        transaction.executeWithoutResult(status -> accounts.close(maryna));

        assertThat(accounts.of(mail)).isEmpty();
        assertThat(accounts.of("' or 1=1")).isEmpty();
        assertThat(accounts.of("")).isEmpty();
    }

    private UUID open(String contact) {
        return Objects.requireNonNull(transaction.execute(status -> accounts.open("Марына", contact, Language.BE)));
    }
}

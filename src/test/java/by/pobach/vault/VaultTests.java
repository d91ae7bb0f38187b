package by.pobach.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import by.pobach.InTestHouse;
import by.pobach.web.Ids;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationModuleTest(mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES, extraIncludes = "web")
@InTestHouse
@ExtendWith(OutputCaptureExtension.class)
class VaultTests {
    private static final String STORY = "Янка любіць цягнікі і не любіць сырэну.";

    @Autowired
    Vault vault;

    @Autowired
    JdbcClient sql;

    @Autowired
    PlatformTransactionManager transactions;

    UUID yanka;
    UUID maryia;
    Field story;

    @BeforeEach
    void two_children() {
        yanka = Ids.next();
        maryia = Ids.next();
        story = new Field("families.story", "text", Ids.next());
    }

    @Test
    void what_was_sealed_opens_in_its_place_and_costs_33_bytes() {
        byte[] sealed = seal(yanka, story);

        assertThat(vault.open(yanka, story, sealed)).contains(STORY);
        assertThat(sealed).hasSize(STORY.getBytes(StandardCharsets.UTF_8).length + 33);
        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("цягнікі");
        assertThat(seal(yanka, story)).as("no two alike").isNotEqualTo(sealed);
    }

    @Test
    void a_text_moved_to_another_row_column_table_or_child_does_not_open(CapturedOutput log) {
        byte[] sealed = seal(yanka, story);
        seal(maryia, story);

        assertThat(vault.open(yanka, new Field(story.table(), story.column(), Ids.next()), sealed))
                .isEmpty();
        assertThat(vault.open(yanka, new Field(story.table(), "likes", story.row()), sealed))
                .isEmpty();
        assertThat(vault.open(yanka, new Field("families.need", story.column(), story.row()), sealed))
                .isEmpty();
        assertThat(vault.open(maryia, story, sealed)).isEmpty();
        assertThat(vault.open(yanka, story, sealed))
                .as("and is not harmed by it")
                .contains(STORY);
        assertThat(log)
                .contains("families.story.likes does not open")
                .doesNotContain(story.row().toString());
    }

    @Test
    void one_changed_bit_or_a_cut_is_found() {
        byte[] sealed = seal(yanka, story);
        byte[] bent = sealed.clone();
        bent[20] ^= 1;

        assertThat(vault.open(yanka, story, bent)).isEmpty();
        assertThat(vault.open(yanka, story, Arrays.copyOf(sealed, 20))).isEmpty();
        assertThat(vault.open(yanka, story, new byte[0])).isEmpty();
    }

    @Test
    void a_child_forgotten_is_lost_for_good_and_others_are_not() {
        byte[] sealed = seal(yanka, story);
        byte[] other = seal(maryia, story);

        transaction().executeWithoutResult(status -> vault.forget(yanka));

        assertThat(vault.open(yanka, story, sealed)).isEmpty();
        assertThat(vault.open(maryia, story, other)).contains(STORY);
        byte[] later = seal(yanka, story);
        assertThat(vault.open(yanka, story, later)).contains(STORY);
        assertThat(vault.open(yanka, story, sealed))
                .as("a later key opens nothing older")
                .isEmpty();
    }

    @Test
    void forgetting_that_was_taken_back_forgot_nothing() {
        byte[] sealed = seal(yanka, story);

        transaction().executeWithoutResult(status -> {
            vault.forget(yanka);
            assertThat(vault.open(yanka, story, sealed)).isEmpty();
            status.setRollbackOnly();
        });

        assertThat(vault.open(yanka, story, sealed)).contains(STORY);
    }

    @Test
    void a_key_put_into_another_childs_row_opens_nothing() {
        seal(yanka, story);
        byte[] sealed = seal(maryia, story);
        sql.sql("update vault.key set wrapped = (select wrapped from vault.key where owner = ?) where owner = ?")
                .params(maryia, yanka)
                .update();

        assertThat(vault.open(yanka, story, sealed)).isEmpty();
        assertThat(vault.open(maryia, story, sealed)).contains(STORY);
    }

    @Test
    void those_who_write_first_at_the_same_moment_share_one_key() {
        List<byte[]> texts = IntStream.range(0, 12)
                .parallel()
                .mapToObj(writer -> seal(yanka, story))
                .toList();

        assertThat(texts)
                .hasSize(12)
                .allSatisfy(kept -> assertThat(vault.open(yanka, story, kept)).contains(STORY));
    }

    @Test
    void writing_wants_the_callers_transaction() {
        assertThatThrownBy(() -> vault.seal(yanka, story, STORY)).isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> vault.forget(yanka)).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void a_contact_is_found_by_its_hash_and_only_for_its_purpose() {
        byte[] kept = vault.index("account.contact", "+375291234567");

        assertThat(kept).hasSize(32).isEqualTo(vault.index("account.contact", "+375291234567"));
        assertThat(vault.index("account.contact", "+375291234568")).isNotEqualTo(kept);
        assertThat(vault.index("person.contact", "+375291234567")).isNotEqualTo(kept);
    }

    private byte[] seal(UUID owner, Field field) {
        return transaction().execute(status -> vault.seal(owner, field, STORY));
    }

    private TransactionTemplate transaction() {
        return new TransactionTemplate(transactions);
    }
}

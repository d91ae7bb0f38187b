package by.pobach;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.web.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@InTestHouse
class StartTests {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void the_pool_is_neither_superuser_nor_owner() {
        boolean plain = jdbc.sql("""
                        select not rolsuper and not rolbypassrls and not rolcreaterole and not rolcreatedb
                        from pg_roles where rolname = current_user""").query(Boolean.class).single();
        int owned = jdbc.sql("select count(*) from pg_class where pg_get_userbyid(relowner) = current_user")
                .query(Integer.class)
                .single();

        assertThat(jdbc.sql("select current_user").query(String.class).single()).isEqualTo("pobach_app");
        assertThat(plain).isTrue();
        assertThat(owned).isZero();
    }

    @Test
    void the_pool_may_use_what_the_migrations_made_but_not_their_history() {
        assertThat(jdbc.sql("select count(*) from jobs.scheduled_tasks")
                        .query(Integer.class)
                        .single())
                .isNotNegative();
        assertThat(jdbc.sql("select has_schema_privilege('flyway', 'usage')")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void a_transaction_that_writes_knows_who_acts() {
        TransactionTemplate writing = new TransactionTemplate(transactions);

        String job = Actor.as("job:letters", () -> writing.execute(status -> actor()));
        String visitor = writing.execute(status -> actor());

        assertThat(job).isEqualTo("job:letters");
        assertThat(visitor).isEqualTo("visitor");
    }

    @Test
    void a_second_start_finds_the_migrations_done() throws Exception {
        DatabaseAddress database = TestHouse.migratedDatabase();

        try (var connection = database.connectAsOwner();
                var statement = connection.createStatement()) {
            assertThat(MigrationMark.ofThisBuild().isOn(statement)).isTrue();
            assertThat(new MigrationMark("another build").isOn(statement)).isFalse();
        }
    }

    @Test
    void nothing_of_the_actor_stays_on_the_connection() {
        new TransactionTemplate(transactions).execute(status -> actor());

        assertThat(actor()).isIn(null, "");
    }

    private String actor() {
        return jdbc.sql("select current_setting('pobach.actor', true)")
                .query((row, number) -> row.getString(1))
                .optional()
                .orElse(null);
    }
}

package by.pobach.people;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccountTable {
    private final JdbcClient jdbc;

    AccountTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<UUID> of(byte[] contactHash) {
        return jdbc.sql("select person_id from people.account where contact_hash = ?")
                .param(contactHash)
                .query(UUID.class)
                .optional();
    }

    /** Whose contact it is now: of two who open an account by one contact at once, the first. */
    UUID keep(byte[] contactHash, UUID person) {
        jdbc.sql("insert into people.account (contact_hash, person_id) values (?, ?) on conflict do nothing")
                .params(contactHash, person)
                .update();
        return of(contactHash).orElseThrow();
    }

    void close(UUID person) {
        jdbc.sql("delete from people.account where person_id = ?").param(person).update();
    }
}

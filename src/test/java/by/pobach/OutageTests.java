package by.pobach;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.CannotCreateTransactionException;

class OutageTests {

    @Test
    void a_server_that_shuts_down_is_an_outage() {
        assertThat(Outage.isCauseOf(new IllegalStateException(new SQLException("terminating connection", "57P01"))))
                .isTrue();
        assertThat(Outage.isCauseOf(new CannotCreateTransactionException("no connection")))
                .isTrue();
        assertThat(Outage.isCauseOf(new SQLException("cannot execute INSERT in a read-only transaction", "25006")))
                .isTrue();
    }

    @Test
    void a_mistake_of_ours_is_not() {
        assertThat(Outage.isCauseOf(new DuplicateKeyException("twice", new SQLException("unique", "23505"))))
                .isFalse();
        assertThat(Outage.isCauseOf(new SQLException("syntax error", "42601"))).isFalse();
        assertThat(Outage.isCauseOf(new IllegalArgumentException())).isFalse();
    }
}

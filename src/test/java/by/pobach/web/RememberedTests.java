package by.pobach.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessResourceException;

class RememberedTests {

    @Test
    void many_readers_ask_the_database_once() {
        AtomicInteger asked = new AtomicInteger();
        Remembered<Integer> rooms = new Remembered<>(asked::incrementAndGet);

        for (int i = 0; i < 1000; i++) {
            rooms.get();
        }

        assertThat(asked.get()).isLessThanOrEqualTo(3);
    }

    @Test
    void what_changes_while_it_is_read_is_read_again() {
        AtomicReference<String> database = new AtomicReference<>("before");
        AtomicReference<Remembered<String>> self = new AtomicReference<>();
        Remembered<String> name = new Remembered<>(() -> {
            String read = database.get();
            if (read.equals("before")) {
                database.set("after");
                self.get().changed();
            }
            return read;
        });
        self.set(name);

        assertThat(name.get()).isEqualTo("before");
        assertThat(name.get()).isEqualTo("after");
    }

    @Test
    void while_the_database_is_silent_the_last_word_stays() throws InterruptedException {
        AtomicReference<String> database = new AtomicReference<>("Побач");
        Remembered<String> name = new Remembered<>(() -> {
            if (database.get().isEmpty()) {
                throw new TransientDataAccessResourceException("no answer");
            }
            return database.get();
        });
        assertThat(name.get()).isEqualTo("Побач");

        database.set("");
        Thread.sleep(600);

        assertThat(name.get()).isEqualTo("Побач");
        name.changed();
        assertThatThrownBy(name::get).isInstanceOf(TransientDataAccessResourceException.class);
    }
}

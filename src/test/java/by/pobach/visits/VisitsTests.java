package by.pobach.visits;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.InTestHouse;
import by.pobach.diary.Diary;
import by.pobach.diary.Slot;
import by.pobach.offers.Alternative;
import by.pobach.offers.Need;
import by.pobach.offers.Offers;
import by.pobach.visits.Outcome.Booked;
import by.pobach.visits.Outcome.Taken;
import by.pobach.web.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@InTestHouse
@Import(SmallCentre.class)
class VisitsTests {
    @Autowired
    SmallCentre centre;

    @Autowired
    Visits visits;

    @Autowired
    VisitChanges changes;

    @Autowired
    Offers offers;

    @Autowired
    Tasks tasks;

    @Autowired
    Diary diary;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient sql;

    @BeforeEach
    void the_centre_is_open() {
        centre.open();
    }

    @Test
    void a_mother_books_and_the_time_is_hers() {
        Instant start = centre.wednesday(0, 10, 0);

        Outcome outcome = book("talk", start, SmallCentre.ALENA);

        assertThat(outcome).isInstanceOf(Booked.class);
        Booked booked = (Booked) outcome;
        assertThat(visits.behind(booked.token()))
                .map(Visit::id)
                .contains(booked.visit().id());
        assertThat(book("talk", start, SmallCentre.ALENA)).isInstanceOf(Taken.class);
        assertThat(sql.sql("select count(*) from letters.letter where about = ? and kind = 'booked'")
                        .param(booked.visit().id())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void the_same_form_sent_ten_times_at_once_makes_one_visit() throws Exception {
        Booking form = centre.booking("talk", centre.wednesday(1, 9, 0), SmallCentre.ALENA);
        String key = UUID.randomUUID().toString();

        List<Outcome> outcomes = atOnce(10, () -> visits.book(form, key, null));

        assertThat(outcomes).allMatch(Booked.class::isInstance);
        assertThat(outcomes.stream().map(outcome -> ((Booked) outcome).token()).distinct())
                .hasSize(1);
    }

    @Test
    void a_key_with_another_form_is_refused_after_a_success_only() {
        Instant start = centre.wednesday(1, 11, 0);
        Booking first = centre.booking("talk", start, SmallCentre.ALENA);
        Booking other = centre.booking("talk", start.plusSeconds(3600), SmallCentre.ALENA);

        assertThat(visits.book(first, "key", null)).isInstanceOf(Booked.class);
        assertThat(visits.book(other, "key", null)).isInstanceOf(Outcome.KeyReused.class);
        Booking late = centre.booking("talk", start, SmallCentre.ALENA);
        assertThat(visits.book(late, "free key", null)).isInstanceOf(Taken.class);
        assertThat(visits.book(other, "free key", null)).isInstanceOf(Booked.class);
    }

    @Test
    void of_thirty_who_race_for_one_slot_one_wins_and_the_others_see_what_is_near() throws Exception {
        Instant start = centre.wednesday(2, 12, 0);

        List<Outcome> outcomes = atOnce(30, () -> book("talk", start, SmallCentre.ALENA));

        assertThat(outcomes.stream().filter(Booked.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(Taken.class::isInstance).map(Taken.class::cast))
                .hasSize(29)
                .allSatisfy(taken -> {
                    assertThat(taken.alternatives()).hasSize(3);
                    assertThat(taken.alternatives().getFirst().difference())
                            .isEqualTo(Alternative.Difference.SPECIALIST);
                });
    }

    @Test
    void whoever_is_free_is_found_until_nobody_is_left() throws Exception {
        Instant start = centre.wednesday(3, 9, 30);

        List<Outcome> outcomes = atOnce(12, () -> book("talk", start, null));

        assertThat(outcomes.stream().filter(Booked.class::isInstance))
                .as("two specialists talk, three rooms")
                .hasSize(2);
    }

    @Test
    void two_radio_sets_of_one_band_never_meet_in_neighbouring_rooms() {
        Instant start = centre.wednesday(4, 9, 0);

        List<Outcome> outcomes =
                IntStream.range(0, 3).mapToObj(i -> book("fm", start, null)).toList();

        List<Visit> kept = outcomes.stream()
                .filter(Booked.class::isInstance)
                .map(outcome -> ((Booked) outcome).visit())
                .toList();
        assertThat(kept).isNotEmpty();
        if (kept.size() == 2) {
            assertThat(kept.stream().map(Visit::room))
                    .containsExactlyInAnyOrder(SmallCentre.FIRST_ROOM, SmallCentre.LAST_ROOM);
        } else {
            assertThat(kept.getFirst().room()).isEqualTo(SmallCentre.MIDDLE_ROOM);
        }
    }

    @Test
    void needs_choose_the_room() {
        Instant start = centre.wednesday(5, 9, 0);

        Booked byWheelchair = (Booked) book("talk", start, SmallCentre.ALENA, Need.WHEELCHAIR);
        Booked quiet = (Booked) book("talk", start, SmallCentre.PAVEL, Need.QUIET_ROOM);

        assertThat(byWheelchair.visit().room()).isEqualTo(SmallCentre.FIRST_ROOM);
        assertThat(quiet.visit().room()).isEqualTo(SmallCentre.LAST_ROOM);
    }

    @Test
    void a_deaf_father_gets_the_interpreter_and_the_next_one_gets_the_time_and_a_promise() {
        Instant start = centre.wednesday(6, 9, 0);

        Booked first = (Booked) book("talk", start, SmallCentre.ALENA, Need.SIGN_INTERPRETER);
        Booked second = (Booked) book("talk", start, SmallCentre.PAVEL, Need.SIGN_INTERPRETER);

        assertThat(first.visit().interpreter()).isEqualTo(SmallCentre.INTERPRETER);
        assertThat(second.visit().interpreter()).isNull();
        assertThat(tasks.open())
                .filteredOn(task -> task.kind() == Task.Kind.INTERPRETER)
                .extracting(Task::visit)
                .contains(second.visit().id())
                .doesNotContain(first.visit().id());
    }

    @Test
    void who_cannot_have_the_interpreter_here_gets_one_by_video() {
        Instant start = centre.wednesday(6, 15, 0);

        Booked first = (Booked) book("talk", start, SmallCentre.ALENA, Need.SIGN_INTERPRETER);
        Booked second = (Booked) book("talk", start, SmallCentre.PAVEL, Need.SIGN_INTERPRETER);

        assertThat(first.visit().interpreter()).isEqualTo(SmallCentre.INTERPRETER);
        assertThat(second.visit().interpreter()).isEqualTo(SmallCentre.INTERPRETER_BY_VIDEO);
        assertThat(tasks.open())
                .extracting(Task::visit)
                .doesNotContain(first.visit().id(), second.visit().id());
    }

    @Test
    void a_specialist_who_signs_needs_no_interpreter() {
        Instant start = centre.wednesday(7, 9, 0);

        Booked booked = (Booked) book("lesson", start, SmallCentre.VERA_WHO_SIGNS, Need.SIGN_INTERPRETER);

        assertThat(booked.visit().interpreter()).isNull();
        assertThat(tasks.open())
                .extracting(Task::visit)
                .doesNotContain(booked.visit().id());
    }

    @Test
    void a_moved_visit_gives_its_old_time_back_and_one_that_cannot_move_keeps_it() {
        Instant nine = centre.wednesday(8, 9, 0);
        Instant ten = centre.wednesday(8, 10, 0);
        Visit visit = ((Booked) book("talk", nine, SmallCentre.ALENA)).visit();
        book("talk", ten, SmallCentre.ALENA);

        assertThat(changes.move(visit, ten, null)).isInstanceOf(Taken.class);
        assertThat(visits.find(visit.id()).orElseThrow().start()).isEqualTo(nine);

        Outcome moved = changes.move(visit, nine.plusSeconds(1800), null);
        assertThat(moved).isInstanceOf(Booked.class);
        assertThat(((Booked) moved).visit().revision()).isEqualTo(1);
        assertThat(book("talk", nine, SmallCentre.ALENA)).isInstanceOf(Booked.class);
    }

    @Test
    void a_visit_can_move_into_a_part_of_its_own_time() {
        Instant start = centre.wednesday(9, 9, 0);
        Visit visit = ((Booked) book("lesson", start, SmallCentre.ALENA)).visit();

        Outcome moved = changes.move(visit, start.plusSeconds(1800), null);

        assertThat(moved).isInstanceOf(Booked.class);
    }

    @Test
    void a_cancelled_time_waits_for_its_undo_and_nobody_else_gets_it_meanwhile() {
        Instant start = centre.wednesday(10, 9, 0);
        Visit visit = ((Booked) book("talk", start, SmallCentre.ALENA)).visit();

        assertThat(changes.cancel(visit, null)).isTrue();
        assertThat(changes.cancel(visit, null)).isTrue();
        assertThat(book("talk", start, SmallCentre.ALENA)).isInstanceOf(Taken.class);

        assertThat(changes.restore(again(visit))).isInstanceOf(Booked.class);
        assertThat(again(visit).room()).isEqualTo(visit.room());
        assertThat(again(visit).revision()).isEqualTo(2);
        diary.releaseExpired();
        assertThat(book("talk", start, SmallCentre.ALENA)).isInstanceOf(Taken.class);
        assertThat(visits.history(visit))
                .extracting(VisitTable.Step::what)
                .containsExactly("booked", "cancelled", "restored");
    }

    @Test
    void after_the_undo_the_time_is_free_for_everybody() {
        Instant start = centre.wednesday(10, 10, 0);
        Visit visit = ((Booked) book("talk", start, SmallCentre.ALENA)).visit();
        changes.cancel(visit, "не можам");

        sql.sql("update diary.hold set expires_at = now() - interval '1 second' where held_for = ?")
                .param(visit.id())
                .update();
        diary.releaseExpired();

        assertThat(book("talk", start, SmallCentre.ALENA)).isInstanceOf(Booked.class);
        assertThat(changes.restore(again(visit))).isInstanceOf(Taken.class);
    }

    @Test
    void a_program_that_cancels_and_a_desk_that_hands_the_time_on_free_it_at_once() {
        Instant start = centre.wednesday(10, 11, 0);
        Visit byProgram = ((Booked) book("talk", start, SmallCentre.ALENA)).visit();
        changes.cancelAndGiveBack(byProgram, null);
        Visit byDesk = ((Booked) book("talk", start, SmallCentre.ALENA)).visit();

        changes.giveBack(byDesk);
        assertThat(book("talk", start, SmallCentre.ALENA))
                .as("a visit that stands is not handed on")
                .isInstanceOf(Taken.class);
        changes.cancel(byDesk, "хварэюць");
        changes.giveBack(byDesk);

        assertThat(book("talk", start, SmallCentre.ALENA)).isInstanceOf(Booked.class);
        assertThat(changes.restore(again(byProgram))).isInstanceOf(Taken.class);
    }

    @Test
    void nobody_is_brought_back_to_a_specialist_who_fell_ill_meanwhile() {
        Instant start = centre.wednesday(10, 13, 0);
        Visit visit = ((Booked) book("talk", start, SmallCentre.ALENA)).visit();
        changes.cancel(visit, null);

        Slot ill = new Slot(SmallCentre.ALENA, start.minusSeconds(600), start.plusSeconds(600));
        transaction.executeWithoutResult(status -> diary.absent(UUID.randomUUID(), ill));

        assertThat(changes.restore(again(visit))).isInstanceOf(Taken.class);
        assertThat(again(visit).state()).isEqualTo(Visit.State.CANCELLED);
    }

    @Test
    void what_was_asked_for_in_a_rush_and_cancelled_does_not_come_back_as_a_promise() {
        Instant start = centre.wednesday(14, 9, 0);
        Visit visit = askedFor(start);

        changes.cancel(visit, null);

        assertThat(changes.canRestore(again(visit))).isFalse();
        assertThat(changes.restore(again(visit))).isInstanceOf(Outcome.TooLate.class);
        assertThat(again(visit).state()).isEqualTo(Visit.State.CANCELLED);
        assertThat(book("talk", start, SmallCentre.ALENA))
                .as("nothing waits for an undo that cannot be")
                .isInstanceOf(Booked.class);
    }

    @Test
    void who_confirmed_by_the_link_and_cancelled_can_take_that_back() {
        Visit visit = askedFor(centre.wednesday(14, 10, 0));
        assertThat(changes.confirm(visit)).isTrue();

        changes.cancel(visit, null);

        assertThat(changes.canRestore(again(visit))).isTrue();
        assertThat(changes.restore(again(visit))).isInstanceOf(Booked.class);
    }

    @Test
    void a_visit_that_is_moved_before_it_is_confirmed_still_waits_for_that() {
        Instant start = centre.wednesday(14, 11, 0);
        Visit visit = askedFor(start);

        assertThat(changes.move(visit, start.plusSeconds(3600), null)).isInstanceOf(Booked.class);

        assertThat(again(visit).state()).isEqualTo(Visit.State.ASKED);
        assertThat(sql.sql("select kind from letters.letter where about = ? and revision = 1")
                        .param(visit.id())
                        .query(String.class)
                        .list())
                .containsExactly("confirm");
        assertThat(changes.confirm(again(visit))).isTrue();
        assertThat(again(visit).state()).isEqualTo(Visit.State.BOOKED);
    }

    /** As a rush leaves it: held, and not yet confirmed. */
    private Visit askedFor(Instant start) {
        Visit visit = ((Booked) book("talk", start, SmallCentre.ALENA)).visit();
        sql.sql("update visits.visit set state = 'asked' where id = ?")
                .param(visit.id())
                .update();
        sql.sql("update visits.step set what = 'asked' where visit_id = ?")
                .param(visit.id())
                .update();
        return again(visit);
    }

    private Visit again(Visit visit) {
        return visits.find(visit.id()).orElseThrow();
    }

    @Test
    void on_a_day_off_nobody_is_promised_and_the_hours_of_a_special_day_count() {
        Instant nine = centre.wednesday(12, 9, 0);
        LocalDate day = LocalDate.ofInstant(nine, SmallCentre.MINSK);
        Actor.as(
                "test",
                () -> transaction.executeWithoutResult(status -> {
                    diary.keepSpecialDay(SmallCentre.ALENA, day, null, null);
                    diary.keepSpecialDay(SmallCentre.PAVEL, day, LocalTime.of(12, 0), LocalTime.of(14, 0));
                }));

        assertThat(book("talk", nine, SmallCentre.ALENA)).isInstanceOf(Taken.class);
        assertThat(book("talk", nine, SmallCentre.PAVEL)).isInstanceOf(Taken.class);
        assertThat(book("talk", centre.wednesday(12, 12, 0), SmallCentre.PAVEL)).isInstanceOf(Booked.class);
    }

    @Test
    void a_start_off_the_step_or_at_night_is_named_and_never_rounded() {
        assertThat(reason(centre.wednesday(0, 9, 10))).isEqualTo("off-step");
        assertThat(reason(centre.wednesday(0, 3, 0))).isEqualTo("never-in-hours");
        assertThat(reason(centre.wednesday(40, 9, 0))).isEqualTo("beyond-horizon");
        assertThat(reason(Instant.parse("2020-01-01T09:00:00Z"))).isEqualTo("past");
    }

    private String reason(Instant start) {
        Outcome outcome = book("talk", start, SmallCentre.ALENA);
        assertThat(outcome).isInstanceOf(Outcome.Invalid.class);
        return ((Outcome.Invalid) outcome).faults().getFirst().reason();
    }

    private Outcome book(String service, Instant start, UUID specialist, Need... needs) {
        return visits.book(
                centre.booking(service, start, specialist, needs),
                UUID.randomUUID().toString(),
                "test");
    }

    private static List<Outcome> atOnce(int times, Callable<Outcome> work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Outcome>> running = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                running.add(threads.submit(work));
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> one : running) {
                outcomes.add(one.get());
            }
            return outcomes;
        }
    }
}

package by.pobach.cover;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.InTestHouse;
import by.pobach.cover.Affected.Told;
import by.pobach.cover.CoverOutcome.ChangedMeanwhile;
import by.pobach.cover.CoverOutcome.Done;
import by.pobach.cover.CoverOutcome.Faster;
import by.pobach.cover.CoverOutcome.Undecided;
import by.pobach.cover.CoverOutcome.Untold;
import by.pobach.cover.Option.Chosen;
import by.pobach.diary.Diary;
import by.pobach.diary.Slot;
import by.pobach.offers.Need;
import by.pobach.offers.Place;
import by.pobach.offers.Services;
import by.pobach.people.Person.TellBy;
import by.pobach.places.WorkingCalendar;
import by.pobach.visits.Booking;
import by.pobach.visits.Outcome;
import by.pobach.visits.Outcome.Booked;
import by.pobach.visits.SmallCentre;
import by.pobach.visits.Task;
import by.pobach.visits.Tasks;
import by.pobach.visits.Visit;
import by.pobach.visits.VisitChanges;
import by.pobach.visits.Visits;
import by.pobach.web.Actor;
import by.pobach.web.Language;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Alena does not come to work, and Maryna at the desk finds somebody for each family. On a real database. */
@SpringBootTest(properties = "pobach.visits.limits=false")
@InTestHouse
@Import(SmallCentre.class)
@NullMarked
class CoverTests {
    private static final String MARYNA = "staff:" + SmallCentre.id("maryna");
    private static final Duration DAY = Duration.ofHours(10);

    @Autowired
    SmallCentre centre;

    @Autowired
    Covers covers;

    @Autowired
    Whom whom;

    @Autowired
    Proposals proposals;

    @Autowired
    Visits visits;

    @Autowired
    VisitChanges changes;

    @Autowired
    Tasks tasks;

    @Autowired
    Services services;

    @Autowired
    Diary diary;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    WorkingCalendar calendar;

    @BeforeEach
    void the_centre_is_open() {
        centre.open();
    }

    @Test
    void pavel_stands_in_for_alena_at_the_same_time_in_the_same_room() {
        Visit visit = booked("talk", centre.wednesday(0, 10, 0), SmallCentre.ALENA);

        Absence absence = away(SmallCentre.ALENA, centre.wednesday(0, 9, 0));
        Option first = proposals.of(visit, absence).getFirst();

        assertThat(first.with().id()).isEqualTo(SmallCentre.PAVEL);
        assertThat(first.start()).isEqualTo(visit.start());
        assertThat(decide(absence, visit, first)).isInstanceOf(Done.class);
        Visit now = visits.find(visit.id()).orElseThrow();
        assertThat(now.specialist()).isEqualTo(SmallCentre.PAVEL);
        assertThat(now.start()).isEqualTo(visit.start());
        assertThat(now.room()).isEqualTo(visit.room());
        assertThat(diary.heldFor(visit.id()).stream().map(Slot::resource))
                .contains(SmallCentre.PAVEL)
                .doesNotContain(SmallCentre.ALENA);
        assertThat(visits.history(now).getLast().what()).isEqualTo("replaced");
        assertThat(visits.history(now).getLast().by()).isEqualTo(MARYNA);
    }

    @Test
    void the_letter_says_that_the_time_stays_and_keeps_silent_about_the_rest() {
        Visit visit = booked("talk", centre.wednesday(1, 10, 0), SmallCentre.ALENA);
        Absence absence = away(SmallCentre.ALENA, centre.wednesday(1, 9, 0));

        decide(absence, visit, proposals.of(visit, absence).getFirst());

        String letter = sql.sql("select words from letters.letter where about = ? and kind = 'replaced'")
                .param(visit.id())
                .query(String.class)
                .single();
        assertThat(letter)
                .contains("Час сустрэчы той жа", "/agreement", "/move")
                .doesNotContain("Павел", "Алена", "дэфектолаг", "спецыяліст");
        assertThat(told(absence, visit)).isEqualTo(Told.WAITING);
    }

    @Test
    void who_must_leave_home_first_stands_first() {
        Instant ten = centre.wednesday(2, 10, 0);
        Visit onThePhone = book(booking("talk", ten, SmallCentre.ALENA, Place.PHONE, null));
        Visit here = booked("talk", ten.plusSeconds(1800), SmallCentre.ALENA);

        Absence absence = away(SmallCentre.ALENA, ten.minusSeconds(3600));

        assertThat(whom.of(absence).stream().map(affected -> affected.visit().id()))
                .as("half past ten minus an hour on the way is before ten on the phone")
                .containsExactly(here.id(), onThePhone.id());
    }

    @Test
    void where_nobody_is_free_the_time_stays_and_a_call_becomes_a_task_once() {
        Instant ten = centre.wednesday(3, 10, 0);
        Visit visit = booked("talk", ten, SmallCentre.ALENA);
        booked("talk", ten, SmallCentre.PAVEL);
        Absence absence = away(SmallCentre.ALENA, ten.minusSeconds(3600));

        assertThat(proposals.of(visit, absence))
                .isNotEmpty()
                .noneMatch(option -> option.start().equals(ten));
        assertThat(call(absence, visit)).isInstanceOf(Done.class);
        assertThat(call(absence, visit)).isInstanceOf(Done.class);

        assertThat(tasks.open().stream()
                        .filter(task ->
                                task.kind() == Task.Kind.AWAY && visit.id().equals(task.visit())))
                .hasSize(1);
        assertThat(diary.heldFor(visit.id())).isNotEmpty();
        assertThat(close(absence)).isInstanceOf(Untold.class);
        assertThat(say(absence, visit)).isInstanceOf(Undecided.class);
    }

    @Test
    void another_time_with_alena_herself_comes_after_her_absence_and_ends_the_call() {
        Instant ten = centre.wednesday(4, 10, 0);
        Visit visit = booked("talk", ten, SmallCentre.ALENA);
        Absence absence = away(SmallCentre.ALENA, ten.minusSeconds(3600));
        call(absence, visit);

        Option later = proposals.of(visit, absence).stream()
                .filter(option -> !option.start().equals(ten))
                .findFirst()
                .orElseThrow();

        assertThat(later.with().id()).isEqualTo(SmallCentre.ALENA);
        assertThat(later.start()).isAfterOrEqualTo(absence.to());
        assertThat(decide(absence, visit, later)).isInstanceOf(Done.class);
        assertThat(visits.find(visit.id()).orElseThrow().start()).isEqualTo(later.start());
        assertThat(tasks.open().stream().map(Task::visit)).doesNotContain(visit.id());
    }

    @Test
    void nothing_counts_as_told_until_a_named_colleague_says_so_and_a_new_change_is_untold_again() {
        Instant ten = centre.wednesday(5, 10, 0);
        Visit visit = book(booking("talk", ten, SmallCentre.ALENA, Place.HERE, "+375291112233"));
        Absence absence = away(SmallCentre.ALENA, ten.minusSeconds(3600));
        decide(absence, visit, proposals.of(visit, absence).getFirst());

        assertThat(told(absence, visit)).isEqualTo(Told.TO_CALL);
        assertThat(close(absence))
                .isInstanceOfSatisfying(
                        Untold.class,
                        untold ->
                                assertThat(untold.who().getFirst().visit().id()).isEqualTo(visit.id()));

        assertThat(say(absence, visit)).isInstanceOf(Done.class);

        assertThat(told(absence, visit)).isEqualTo(Told.SAID);
        assertThat(sql.sql("select told_by from letters.letter where about = ? and kind = 'replaced'")
                        .param(visit.id())
                        .query(String.class)
                        .single())
                .isEqualTo(MARYNA);
        Visit replaced = visits.find(visit.id()).orElseThrow();
        asMaryna(() -> changes.move(replaced, ten.plusSeconds(7200), SmallCentre.PAVEL));
        assertThat(told(absence, visit)).isEqualTo(Told.TO_CALL);
        say(absence, visit);
        assertThat(close(absence)).isInstanceOf(Done.class);
    }

    @Test
    void the_interpreter_stays_with_the_deaf_father_and_a_substitute_for_her_is_sought() {
        Instant ten = centre.wednesday(6, 10, 0);
        Visit visit = booked("talk", ten, SmallCentre.ALENA, Need.SIGN_INTERPRETER);
        assertThat(visit.interpreter()).isEqualTo(SmallCentre.INTERPRETER);
        Absence alena = away(SmallCentre.ALENA, ten.minusSeconds(3600));

        decide(alena, visit, proposals.of(visit, alena).getFirst());

        Visit withPavel = visits.find(visit.id()).orElseThrow();
        assertThat(withPavel.interpreter()).isEqualTo(SmallCentre.INTERPRETER);
        Absence interpreter = away(SmallCentre.INTERPRETER, ten.minusSeconds(3600));
        assertThat(whom.of(interpreter).stream()
                        .map(affected -> affected.visit().id()))
                .containsExactly(visit.id());
        assertThat(proposals.of(withPavel, interpreter))
                .as("without an interpreter nothing is offered at that time")
                .noneMatch(option -> option.start().equals(ten));
        CoverOutcome kept = asMaryna(() -> covers.decide(
                interpreter, visit.id(), withPavel.revision(), Optional.of(new Chosen(ten, SmallCentre.PAVEL))));
        assertThat(kept).isInstanceOf(Done.class);
        assertThat(visits.find(visit.id()).orElseThrow().interpreter()).isNull();
        assertThat(tasks.open().stream()
                        .filter(task -> visit.id().equals(task.visit()))
                        .map(Task::kind))
                .containsExactly(Task.Kind.INTERPRETER);
    }

    @Test
    void vera_signs_but_does_not_speak_the_language_of_the_family_and_is_not_offered() {
        Instant ten = centre.wednesday(7, 10, 0);
        Visit visit = booked("lesson", ten, SmallCentre.ALENA);
        Absence absence = away(SmallCentre.ALENA, ten.minusSeconds(3600));

        assertThat(proposals.of(visit, absence))
                .noneMatch(option -> option.with().id().equals(SmallCentre.VERA_WHO_SIGNS));
    }

    @Test
    void a_family_books_the_substitute_at_the_same_moment_and_one_of_them_has_him() throws Exception {
        List<Visit> hit = IntStream.range(0, 6)
                .mapToObj(hour -> booked("talk", centre.wednesday(8, 9 + hour, 0), SmallCentre.ALENA))
                .toList();
        Absence absence = away(SmallCentre.ALENA, centre.wednesday(8, 9, 0));

        for (Visit visit : hit) {
            Booking other = centre.booking("talk", visit.start(), SmallCentre.PAVEL);
            List<Object> came = atOnce(List.of(
                    () -> decide(absence, visit, new Chosen(visit.start(), SmallCentre.PAVEL)),
                    () -> visits.book(other, UUID.randomUUID().toString(), null)));

            boolean replaced = came.getFirst() instanceof Done;
            assertThat(came.getFirst()).isInstanceOf(replaced ? Done.class : Faster.class);
            assertThat(came.getLast()).isInstanceOf(replaced ? Outcome.Taken.class : Booked.class);
            Visit now = visits.find(visit.id()).orElseThrow();
            assertThat(now.specialist()).isEqualTo(replaced ? SmallCentre.PAVEL : SmallCentre.ALENA);
            assertThat(diary.heldFor(visit.id()).stream().map(Slot::resource)).contains(now.specialist());
        }
    }

    @Test
    void maryna_and_aleh_press_at_once_and_there_is_one_case_and_one_change() throws Exception {
        Instant ten = centre.wednesday(9, 10, 0);
        Visit visit = booked("talk", ten, SmallCentre.ALENA);

        List<Absence> cases = atOnce(repeat(8, () -> away(SmallCentre.ALENA, ten.minusSeconds(3600))));
        assertThat(cases.stream().map(Absence::id).distinct()).hasSize(1);
        Absence absence = cases.getFirst();
        List<CoverOutcome> came = atOnce(repeat(8, () -> decide(absence, visit, new Chosen(ten, SmallCentre.PAVEL))));

        assertThat(came.stream().filter(Done.class::isInstance)).hasSize(1);
        assertThat(came.stream().filter(ChangedMeanwhile.class::isInstance)).hasSize(7);
        assertThat(visits.find(visit.id()).orElseThrow().revision()).isEqualTo(1);
        assertThat(sql.sql("select count(*) from letters.letter where about = ? and kind = 'replaced'")
                        .param(visit.id())
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(sql.sql("select count(*) from diary.absence where id = ?")
                        .param(absence.id())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void alena_is_well_again_what_was_changed_stays_and_can_go_back() {
        Instant ten = centre.wednesday(10, 10, 0);
        Visit early = booked("talk", ten, SmallCentre.ALENA);
        Visit late = booked("talk", ten.plusSeconds(4 * 3600), SmallCentre.ALENA);
        Absence absence = away(SmallCentre.ALENA, ten.minusSeconds(3600));
        decide(absence, early, proposals.of(early, absence).getFirst());

        assertThat(asMaryna(() -> covers.until(absence.id(), absence.from()))).isInstanceOf(Done.class);

        Absence shorter = covers.find(absence.id()).orElseThrow();
        assertThat(told(shorter, late)).isEqualTo(Told.UNTOUCHED);
        assertThat(visits.find(early.id()).orElseThrow().specialist()).isEqualTo(SmallCentre.PAVEL);
        assertThat(close(shorter)).as("the early family has not been told").isInstanceOf(Untold.class);
        assertThat(decide(shorter, early, new Chosen(ten, SmallCentre.ALENA))).isInstanceOf(Done.class);
        assertThat(visits.find(early.id()).orElseThrow().specialist()).isEqualTo(SmallCentre.ALENA);
        say(shorter, early);
        assertThat(close(shorter)).isInstanceOf(Done.class);
        assertThat(asMaryna(() -> covers.reopen(absence.id()))).isInstanceOf(Done.class);
    }

    @Test
    void a_visit_that_was_moved_and_told_is_undecided_again_when_the_absence_grows_over_it() {
        Instant ten = centre.wednesday(12, 10, 0);
        Visit visit = book(booking("talk", ten, SmallCentre.ALENA, Place.HERE, "+375291112244"));
        Absence absence = away(SmallCentre.ALENA, ten.minusSeconds(3600));
        Instant next = ten.plus(Duration.ofDays(1));
        decide(absence, visit, new Chosen(next, SmallCentre.ALENA));
        say(absence, visit);
        assertThat(told(absence, visit)).isEqualTo(Told.SAID);

        asMaryna(() -> covers.until(absence.id(), absence.to().plus(Duration.ofDays(1))));

        Absence longer = covers.find(absence.id()).orElseThrow();
        assertThat(told(longer, visit)).isEqualTo(Told.UNDECIDED);
        assertThat(proposals.of(visits.find(visit.id()).orElseThrow(), longer))
                .anyMatch(option -> option.with().id().equals(SmallCentre.PAVEL)
                        && option.start().equals(next));
    }

    @Test
    void alena_and_the_interpreter_are_away_together_and_nobody_who_is_away_is_counted_on() {
        Instant ten = centre.wednesday(13, 10, 0);
        Visit visit = booked("fm", ten, SmallCentre.ALENA, Need.SIGN_INTERPRETER);
        Absence alena = away(SmallCentre.ALENA, ten.minusSeconds(3600));
        away(SmallCentre.INTERPRETER, ten.minusSeconds(3600));

        assertThat(proposals.of(visit, alena))
                .noneMatch(
                        option -> option.start().equals(ten) && SmallCentre.INTERPRETER.equals(option.interpreter()));
        assertThat(decide(alena, visit, new Chosen(ten, SmallCentre.PAVEL))).isInstanceOf(Done.class);
        Visit now = visits.find(visit.id()).orElseThrow();
        assertThat(now.interpreter()).isNull();
        assertThat(now.devices()).as("the set stays with the family").isEqualTo(visit.devices());
    }

    @Test
    void a_longer_sick_note_hits_more_visits_and_new_ones_are_refused_in_it() {
        Instant ten = centre.wednesday(11, 10, 0);
        Visit next = booked("talk", ten.plus(Duration.ofDays(1)), SmallCentre.ALENA);
        Absence absence = away(SmallCentre.ALENA, ten.minusSeconds(3600));
        assertThat(whom.of(absence)).isEmpty();

        asMaryna(() -> covers.until(absence.id(), absence.to().plus(Duration.ofDays(1))));

        assertThat(whom.of(covers.find(absence.id()).orElseThrow()).stream()
                        .map(affected -> affected.visit().id()))
                .containsExactly(next.id());
        assertThat(visits.book(centre.booking("talk", ten, SmallCentre.ALENA), "during the absence", null))
                .isInstanceOf(Outcome.Taken.class);
    }

    @Test
    void an_absence_that_the_desk_noted_becomes_the_case_s_own() {
        Instant ten = thursday(0);
        Visit visit = booked("talk", ten, SmallCentre.ALENA);
        UUID noted = noted(SmallCentre.ALENA, ten.minusSeconds(3600));

        Absence absence = open(SmallCentre.ALENA, ten.minusSeconds(3600), noted);

        assertThat(absence.id()).isEqualTo(noted);
        assertThat(whom.of(absence).stream().map(affected -> affected.visit().id()))
                .containsExactly(visit.id());
        assertThat(diary.noted(SmallCentre.ALENA, ten, ten.plusSeconds(60))).hasSize(1);
        assertThat(open(SmallCentre.ALENA, ten.minusSeconds(3600), noted).id())
                .as("a second time it is the same case")
                .isEqualTo(noted);
    }

    @Test
    void the_absence_of_somebody_else_is_not_taken_over() {
        Instant ten = thursday(1);
        UUID pavels = noted(SmallCentre.PAVEL, ten);

        Absence absence = open(SmallCentre.ALENA, ten, pavels);

        assertThat(absence.id()).isNotEqualTo(pavels);
        assertThat(diary.absence(pavels).orElseThrow().slot().resource()).isEqualTo(SmallCentre.PAVEL);
    }

    @Test
    void an_absence_taken_back_closes_its_case_and_what_was_not_changed_stands() {
        Instant ten = thursday(2);
        Visit visit = booked("talk", ten, SmallCentre.ALENA);
        Absence absence = away(SmallCentre.ALENA, ten.minusSeconds(3600));
        call(absence, visit);

        takesBack(absence);

        Absence closed = covers.find(absence.id()).orElseThrow();
        assertThat(closed.isOpen()).isFalse();
        assertThat(closed.takenBackBy()).isEqualTo(MARYNA);
        assertThat(told(closed, visit)).isEqualTo(Told.UNTOUCHED);
        assertThat(visits.find(visit.id()).orElseThrow().specialist()).isEqualTo(SmallCentre.ALENA);
        assertThat(tasks.open().stream().map(Task::visit))
                .as("nobody is to be called about nothing")
                .doesNotContain(visit.id());
        assertThat(away(SmallCentre.ALENA, ten.minusSeconds(3600)).id()).isNotEqualTo(absence.id());
    }

    @Test
    void a_family_that_has_a_substitute_and_does_not_know_it_keeps_the_case_of_a_taken_back_absence_open() {
        Instant ten = thursday(3);
        Visit changed = booked("talk", ten, SmallCentre.ALENA);
        Absence absence = away(SmallCentre.ALENA, ten.minusSeconds(3600));
        decide(absence, changed, proposals.of(changed, absence).getFirst());

        takesBack(absence);

        Absence still = covers.find(absence.id()).orElseThrow();
        assertThat(still.isOpen()).isTrue();
        assertThat(still.takenBackAt()).isNotNull();
        assertThat(visits.find(changed.id()).orElseThrow().specialist()).isEqualTo(SmallCentre.PAVEL);
        say(still, changed);
        assertThat(close(still)).isInstanceOf(Done.class);
    }

    @Test
    void a_call_that_another_absence_wants_too_is_still_owed() {
        Instant ten = thursday(4);
        Visit visit = booked("talk", ten, SmallCentre.ALENA, Need.SIGN_INTERPRETER);
        Absence alena = away(SmallCentre.ALENA, ten.minusSeconds(3600));
        Absence interpreter = away(SmallCentre.INTERPRETER, ten.minusSeconds(3600));
        call(alena, visit);
        call(interpreter, visit);

        takesBack(alena);

        assertThat(tasks.open().stream()
                        .filter(task -> visit.id().equals(task.visit()))
                        .map(Task::kind))
                .contains(Task.Kind.AWAY);
    }

    @Test
    void vera_is_back_at_work_before_anybody_was_changed_and_the_case_closes() {
        Instant ten = centre.wednesday(0, 14, 0);
        Visit visit = booked("lesson", ten, SmallCentre.VERA_WHO_SIGNS);
        Absence absence = asMaryna(() -> covers.open(
                SmallCentre.VERA_WHO_SIGNS, Instant.now().minusSeconds(60), ten.plus(DAY), null, Optional.empty()));
        assertThat(told(absence, visit)).isEqualTo(Told.UNDECIDED);

        assertThat(asMaryna(() -> covers.back(absence.id()))).isInstanceOf(Done.class);

        Absence over = covers.find(absence.id()).orElseThrow();
        assertThat(over.isOpen()).isFalse();
        assertThat(over.takenBackAt()).as("she was away until now").isNull();
        assertThat(told(over, visit)).isEqualTo(Told.UNTOUCHED);
        assertThat(diary.absence(absence.id()).orElseThrow().slot().to()).isBefore(ten);
        assertThat(visits.book(
                        centre.booking("lesson", ten.plusSeconds(3600), SmallCentre.VERA_WHO_SIGNS),
                        "back at work",
                        null))
                .isInstanceOf(Booked.class);
    }

    @Test
    void what_is_different_does_not_hide_a_substitute_of_whom_nobody_was_told() {
        Instant ten = thursday(6);
        Visit visit = book(booking("talk", ten, SmallCentre.ALENA, Place.HERE, "+375291112255"));
        Absence absence = away(SmallCentre.ALENA, ten.minusSeconds(3600));
        decide(absence, visit, proposals.of(visit, absence).getFirst());

        assertThat(asMaryna(() -> changes.differ(visit.id(), "Уваход з двара.")))
                .isTrue();

        assertThat(sql.sql("select words from letters.letter where about = ? and revision = 2")
                        .param(visit.id())
                        .query(String.class)
                        .single())
                .as("the desk says only the newest of several")
                .contains("Змяніўся чалавек", "Уваход з двара.");
        assertThat(told(absence, visit)).isEqualTo(Told.TO_CALL);
    }

    /** Ten o’clock on a working Thursday of its own. */
    private Instant thursday(int weeks) {
        Instant ten = centre.wednesday(weeks, 10, 0).plus(Duration.ofDays(1));
        return calendar.day(LocalDate.ofInstant(ten, SmallCentre.MINSK)).worksAs() == DayOfWeek.THURSDAY
                ? ten
                : thursday(weeks + 6);
    }

    /** As the desk notes it in the week of somebody. */
    private UUID noted(UUID who, Instant from) {
        UUID id = UUID.randomUUID();
        transaction.executeWithoutResult(status -> diary.absent(id, new Slot(who, from, from.plus(DAY))));
        return id;
    }

    private Absence open(UUID who, Instant from, UUID noted) {
        return asMaryna(() -> covers.open(who, from, from.plus(DAY), null, Optional.of(noted)));
    }

    /** Somewhere in the house: the diary says so to whoever built on it. */
    private void takesBack(Absence absence) {
        Actor.as(MARYNA, () -> transaction.executeWithoutResult(status -> diary.present(absence.id())));
    }

    private Absence away(UUID who, Instant from) {
        return asMaryna(() -> covers.open(who, from, from.plus(DAY), null, Optional.empty()));
    }

    private CoverOutcome decide(Absence absence, Visit visit, Option option) {
        return decide(absence, visit, new Chosen(option.start(), option.with().id()));
    }

    /** As the page showed the visit when it was opened. */
    private CoverOutcome decide(Absence absence, Visit visit, Chosen chosen) {
        int seen = chosen.specialist().equals(visit.specialist())
                ? visits.find(visit.id()).orElseThrow().revision()
                : visit.revision();
        return asMaryna(() -> covers.decide(absence, visit.id(), seen, Optional.of(chosen)));
    }

    private CoverOutcome call(Absence absence, Visit visit) {
        return asMaryna(() -> covers.decide(absence, visit.id(), visit.revision(), Optional.empty()));
    }

    private CoverOutcome say(Absence absence, Visit visit) {
        int revision = visits.find(visit.id()).orElseThrow().revision();
        return asMaryna(() -> covers.told(absence, visit.id(), revision));
    }

    private CoverOutcome close(Absence absence) {
        return asMaryna(() -> covers.close(absence.id()));
    }

    private Told told(Absence absence, Visit visit) {
        return whom.one(absence, visit.id()).orElseThrow().told();
    }

    private static <T> T asMaryna(Supplier<T> work) {
        return Actor.as(MARYNA, work);
    }

    private Visit booked(String service, Instant start, UUID specialist, Need... needs) {
        return book(centre.booking(service, start, specialist, needs));
    }

    private Visit book(Booking booking) {
        Outcome outcome = visits.book(booking, UUID.randomUUID().toString(), null);
        assertThat(outcome).isInstanceOf(Booked.class);
        return ((Booked) outcome).visit();
    }

    private Booking booking(
            String service,
            Instant start,
            UUID specialist,
            Place place,
            @org.jspecify.annotations.Nullable String phone) {
        return new Booking(
                services.find(service).orElseThrow(),
                place,
                start,
                specialist,
                "Алеся",
                phone == null ? ThreadLocalRandom.current().nextInt(1_000_000) + "@family.example" : null,
                phone,
                phone == null ? TellBy.MAIL : TellBy.CALL,
                Language.BE,
                List.of(),
                Set.of(),
                null);
    }

    private static <T> List<Callable<T>> repeat(int times, Callable<T> work) {
        return IntStream.range(0, times).mapToObj(i -> work).toList();
    }

    /** All begin in the same moment. */
    private static <T> List<T> atOnce(List<? extends Callable<? extends T>> works) throws Exception {
        CyclicBarrier start = new CyclicBarrier(works.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> all = new ArrayList<>();
            for (Callable<? extends T> work : works) {
                all.add(threads.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            List<T> came = new ArrayList<>();
            for (Future<T> one : all) {
                came.add(one.get());
            }
            return came;
        }
    }
}

package by.pobach.faults;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.faults.Call.Act;
import by.pobach.faults.Call.Answer;
import by.pobach.faults.Call.Ask;
import by.pobach.faults.Evidence.Change;
import by.pobach.faults.Evidence.Held;
import by.pobach.faults.Evidence.Letter;
import by.pobach.faults.Evidence.Visit;
import by.pobach.faults.HistoryChecker.Wrongdoing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The checker itself: each wrong is found, and what only looks like one is not. */
class HistoryCheckerTests {
    private static final Instant T = Instant.parse("2027-03-01T07:00:00Z");
    private static final Instant TEN = Instant.parse("2027-04-01T07:00:00Z");
    private static final Instant ELEVEN = TEN.plusSeconds(3_600);
    private static final UUID ALESYA = FaultCentre.SPECIALISTS.getFirst();
    private static final UUID VISIT = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);

    private final List<Call> calls = new ArrayList<>();
    private final List<Held> holds = new ArrayList<>();
    private final List<Visit> visits = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Letter> letters = new ArrayList<>();

    @BeforeEach
    void a_mother_books_ten_o_clock() {
        call("mother", Act.BOOK, TEN, 0, 100, new Call.Accepted("link", TEN));
        kept(VISIT, "mother", TEN, "booked");
        hold(VISIT, TEN, 50, null);
        changed(VISIT, "booked", 50);
    }

    @Test
    void a_good_history_has_no_wrongdoing() {
        call("late", Act.BOOK, TEN, 60, 90, new Call.Refused());

        assertThat(found()).isEmpty();
    }

    @Test
    void two_holds_at_one_time_are_found() {
        call("racer", Act.BOOK, TEN, 0, 100, new Call.Accepted("link2", TEN));
        visits.add(new Visit(OTHER, "racer", HistoryChecker.hash("link2"), "booked", TEN));
        hold(OTHER, TEN.plusSeconds(600), 51, null);
        hold(OTHER, TEN, 51, T.plusMillis(52));
        changed(OTHER, "booked", 51);

        assertThat(found()).contains(Wrongdoing.OVERLAP);
    }

    @Test
    void touching_holds_are_none() {
        hold(OTHER, TEN.plusSeconds(35 * 60), 51, null);

        assertThat(found()).isEmpty();
    }

    @Test
    void a_promised_visit_that_vanished_is_found() {
        visits.clear();
        holds.clear();

        assertThat(found()).contains(Wrongdoing.LOST);
    }

    @Test
    void a_visit_that_stands_and_holds_nothing_is_found() {
        holds.clear();

        assertThat(found()).containsOnly(Wrongdoing.LOST);
    }

    @Test
    void a_move_that_was_promised_and_undone_is_found() {
        call("mother", Act.MOVE, ELEVEN, 200, 300, new Call.Accepted("link", ELEVEN));

        assertThat(found()).containsOnly(Wrongdoing.LOST);
    }

    @Test
    void a_move_that_nobody_answered_may_have_happened_or_not() {
        call("mother", Act.MOVE, ELEVEN, 200, 300, new Call.Unknown("503"));

        assertThat(found()).isEmpty();
    }

    @Test
    void a_cancelled_visit_that_stands_is_found() {
        call("mother", Act.CANCEL, TEN, 200, 300, new Call.Cancelled());

        assertThat(found()).containsOnly(Wrongdoing.LOST);
    }

    @Test
    void a_refusal_while_it_was_free_is_found() {
        call("early", Act.BOOK, TEN, 10, 40, new Call.Refused());

        assertThat(found()).containsOnly(Wrongdoing.UNJUST_REFUSAL);
    }

    @Test
    void a_refusal_is_just_when_the_time_was_taken_during_the_call() {
        call("early", Act.BOOK, TEN, 10, 51, new Call.Refused());

        assertThat(found()).isEmpty();
    }

    @Test
    void a_refusal_of_another_time_is_found() {
        call("other", Act.BOOK, ELEVEN, 60, 90, new Call.Refused());

        assertThat(found()).containsOnly(Wrongdoing.UNJUST_REFUSAL);
    }

    @Test
    void a_refusal_after_it_was_given_back_and_told_is_found() {
        cancel();
        call("late", Act.BOOK, TEN, 301, 400, new Call.Refused());

        assertThat(found()).containsOnly(Wrongdoing.UNJUST_REFUSAL);
    }

    @Test
    void a_refusal_between_the_release_and_its_answer_is_a_doubt_and_no_finding() {
        cancel();
        call("late", Act.BOOK, TEN, 290, 400, new Call.Refused());

        assertThat(found()).isEmpty();
    }

    @Test
    void any_specialist_is_refused_justly_only_when_all_were_taken_at_one_moment() {
        calls.add(new Call("any", Act.BOOK, new Ask(FaultCentre.TALK, null, TEN), at(60), at(90), new Call.Refused()));

        assertThat(found()).containsOnly(Wrongdoing.UNJUST_REFUSAL);
    }

    @Test
    void a_refused_key_that_is_stored_is_found() {
        call("ghost", Act.BOOK, ELEVEN, 0, 10, new Call.Refused());
        kept(OTHER, "ghost", ELEVEN, "booked");
        hold(OTHER, ELEVEN, 5, null);
        changed(OTHER, "booked", 5);

        assertThat(found()).containsOnly(Wrongdoing.STORED_REFUSAL);
    }

    @Test
    void two_visits_of_one_key_are_found() {
        kept(OTHER, "mother", ELEVEN, "booked");
        changed(OTHER, "booked", 70);

        assertThat(found()).containsOnly(Wrongdoing.DOUBLE);
    }

    @Test
    void another_link_for_the_same_key_is_found() {
        call("mother", Act.BOOK, TEN, 200, 300, new Call.Accepted("another link", TEN));

        assertThat(found()).containsOnly(Wrongdoing.DOUBLE);
    }

    @Test
    void a_missing_letter_and_one_too_many_are_found() {
        letters.clear();
        assertThat(found()).containsOnly(Wrongdoing.LETTER);

        letters.add(new Letter(VISIT, "booked"));
        letters.add(new Letter(VISIT, "booked"));
        assertThat(found()).containsOnly(Wrongdoing.LETTER);
    }

    @Test
    void an_error_and_a_silently_rounded_start_are_found() {
        call("broken", Act.BOOK, ELEVEN, 0, 10, new Call.Wrong(500, ""));
        assertThat(found()).containsOnly(Wrongdoing.WRONG_ANSWER);

        calls.removeLast();
        call("mother", Act.BOOK, TEN, 200, 300, new Call.Accepted("link", ELEVEN));
        assertThat(found()).containsOnly(Wrongdoing.WRONG_ANSWER);
    }

    private Set<Wrongdoing> found() {
        return HistoryChecker.check(calls, new Evidence(holds, visits, changes, letters), FaultCentre::ways)
                .keySet();
    }

    private void cancel() {
        call("mother", Act.CANCEL, TEN, 200, 300, new Call.Cancelled());
        visits.set(0, new Visit(VISIT, "mother", HistoryChecker.hash("link"), "cancelled", TEN));
        holds.clear();
        hold(VISIT, TEN, 50, T.plusMillis(280));
        changed(VISIT, "cancelled", 280);
    }

    private void call(String key, Act act, Instant start, long began, long ended, Answer answer) {
        calls.add(new Call(key, act, new Ask(FaultCentre.TALK, ALESYA, start), at(began), at(ended), answer));
    }

    private void kept(UUID id, String key, Instant start, String state) {
        visits.add(new Visit(id, key, HistoryChecker.hash("link"), state, start));
    }

    private void hold(UUID visit, Instant from, long born, @Nullable Instant died) {
        holds.add(new Held(visit, ALESYA, from, from.plusSeconds(35 * 60), at(born), died));
    }

    private void changed(UUID visit, String what, long at) {
        changes.add(new Change(visit, what, at(at)));
        letters.add(new Letter(visit, what));
    }

    private static Instant at(long millis) {
        return T.plusMillis(millis);
    }
}

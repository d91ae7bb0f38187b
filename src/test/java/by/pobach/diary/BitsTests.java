package by.pobach.diary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The five longs against the JDK's own bit sets, step by step. */
class BitsTests {
    private static final int ROUNDS = 200;

    @RepeatedTest(ROUNDS)
    void a_day_filled_and_cleared_at_random_holds_the_same_steps(RepetitionInfo round) {
        Random random = new Random(round.getCurrentRepetition());
        long[] set = Bits.none();
        BitSet plain = new BitSet(Bits.SIZE);

        for (int i = 0; i < 12; i++) {
            int from = random.nextInt(-20, Bits.SIZE + 20);
            int to = from + random.nextInt(-5, 90);
            boolean fills = random.nextInt(3) > 0;
            if (fills) {
                Bits.fill(set, from, to);
            } else {
                Bits.clear(set, from, to);
            }
            int low = Math.clamp(from, 0, Bits.SIZE);
            plain.set(low, Math.clamp(to, low, Bits.SIZE), fills);
        }

        assertSame(set, plain);
    }

    @RepeatedTest(ROUNDS)
    void what_two_days_share_and_what_either_has_come_out_the_same(RepetitionInfo round) {
        Random random = new Random(round.getCurrentRepetition());
        long[] one = some(random);
        long[] other = some(random);
        long[] both = one.clone();
        long[] either = one.clone();

        Bits.and(both, other);
        Bits.or(either, other);

        BitSet plainBoth = BitSet.valueOf(one);
        plainBoth.and(BitSet.valueOf(other));
        BitSet plainEither = BitSet.valueOf(one);
        plainEither.or(BitSet.valueOf(other));
        assertSame(both, plainBoth);
        assertSame(either, plainEither);
    }

    @RepeatedTest(ROUNDS)
    void a_range_is_free_when_every_step_of_it_is(RepetitionInfo round) {
        Random random = new Random(round.getCurrentRepetition());
        long[] free = some(random);
        BitSet plain = BitSet.valueOf(free);

        for (int i = 0; i < 20; i++) {
            int from = random.nextInt(-10, Bits.SIZE);
            int to = from + random.nextInt(1, 20);
            boolean inside = from >= 0 && to <= Bits.SIZE;
            assertThat(Bits.hasAll(free, from, to)).isEqualTo(inside && plain.nextClearBit(from) >= to);
        }
    }

    @RepeatedTest(ROUNDS)
    void a_run_begins_exactly_where_that_many_steps_are_free(RepetitionInfo round) {
        Random random = new Random(round.getCurrentRepetition());
        long[] free = some(random);
        int length = random.nextInt(1, 150);

        long[] runs = Bits.runs(free, length);

        BitSet plain = BitSet.valueOf(free);
        for (int step = 0; step < Bits.SIZE; step++) {
            boolean fits = step + length <= Bits.SIZE && plain.nextClearBit(step) >= step + length;
            assertThat(Bits.has(runs, step)).as("run of %d at %d", length, step).isEqualTo(fits);
        }
        assertSame(free, plain);
    }

    @RepeatedTest(ROUNDS)
    void moving_later_moves_each_step_and_drops_what_leaves_the_day(RepetitionInfo round) {
        Random random = new Random(round.getCurrentRepetition());
        long[] set = some(random);
        int by = random.nextInt(0, Bits.SIZE);

        long[] moved = Bits.later(set, by);

        for (int step = 0; step < Bits.SIZE; step++) {
            assertThat(Bits.has(moved, step)).isEqualTo(step >= by && Bits.has(set, step - by));
        }
    }

    @Test
    void a_step_outside_the_day_is_never_there() {
        long[] all = Bits.none();
        Bits.fill(all, 0, Bits.SIZE);

        assertThat(Bits.has(all, -1)).isFalse();
        assertThat(Bits.has(all, Bits.SIZE)).isFalse();
        assertThat(Bits.next(all, Bits.SIZE)).isEqualTo(-1);
        assertThat(Bits.count(all)).isEqualTo(Bits.SIZE);
        assertThat(Bits.isEmpty(Bits.none())).isTrue();
    }

    private static long[] some(Random random) {
        long[] set = Bits.none();
        for (int i = random.nextInt(5); i >= 0; i--) {
            int from = random.nextInt(Bits.SIZE);
            Bits.fill(set, from, from + random.nextInt(1, 200));
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            int from = random.nextInt(Bits.SIZE);
            Bits.clear(set, from, from + random.nextInt(1, 20));
        }
        return set;
    }

    private static void assertSame(long[] set, BitSet plain) {
        assertThat(BitSet.valueOf(set)).isEqualTo(plain);
        assertThat(Bits.count(set)).isEqualTo(plain.cardinality());
        assertThat(Bits.isEmpty(set)).isEqualTo(plain.isEmpty());
        for (int step = 0; step < Bits.SIZE; step++) {
            assertThat(Bits.next(set, step)).isEqualTo(plain.nextSetBit(step));
        }
    }
}

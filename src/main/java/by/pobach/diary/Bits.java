package by.pobach.diary;

/** Sets of five-minute steps of one day, as five longs: room for 320 steps, enough for a day of 25 hours. */
final class Bits {
    static final int STEP_MINUTES = 5;
    static final int WORDS = 5;
    static final int SIZE = WORDS * 64;

    private Bits() {}

    static long[] none() {
        return new long[WORDS];
    }

    /** Adds the steps of a half-open range, cut to the day. */
    static void fill(long[] set, int from, int to) {
        for (int word = 0; word < WORDS; word++) {
            set[word] |= mask(word, from, to);
        }
    }

    /** Every so many steps from the first on. */
    static long[] multiples(int of) {
        long[] set = none();
        for (int i = 0; i < SIZE; i += of) {
            set[i >> 6] |= 1L << i;
        }
        return set;
    }

    static void clear(long[] set, int from, int to) {
        for (int word = 0; word < WORDS; word++) {
            set[word] &= ~mask(word, from, to);
        }
    }

    /** Whether every step of a half-open range is in the set; a range that leaves the day is not. */
    static boolean hasAll(long[] set, int from, int to) {
        if (from < 0 || to > SIZE) {
            return false;
        }
        for (int word = from >> 6; word < WORDS && word << 6 < to; word++) {
            long mask = mask(word, from, to);
            if ((set[word] & mask) != mask) {
                return false;
            }
        }
        return true;
    }

    /** The bits of one word that lie in a half-open range of steps. */
    private static long mask(int word, int from, int to) {
        int low = Math.max(0, from - (word << 6));
        int high = Math.min(64, to - (word << 6));
        return low >= high ? 0 : -1L >>> (64 - (high - low)) << low;
    }

    static boolean has(long[] set, int step) {
        return step >= 0 && step < SIZE && (set[step >> 6] >>> step & 1) != 0;
    }

    static void and(long[] into, long[] other) {
        for (int i = 0; i < WORDS; i++) {
            into[i] &= other[i];
        }
    }

    static void or(long[] into, long[] other) {
        for (int i = 0; i < WORDS; i++) {
            into[i] |= other[i];
        }
    }

    static boolean isEmpty(long[] set) {
        return (set[0] | set[1] | set[2] | set[3] | set[4]) == 0;
    }

    static int count(long[] set) {
        int count = 0;
        for (long word : set) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /** The first step at or after {@code from}, or -1. */
    static int next(long[] set, int from) {
        for (int i = from; i < SIZE; i = (i | 63) + 1) {
            long word = set[i >> 6] >>> i;
            if (word != 0) {
                return i + Long.numberOfTrailingZeros(word);
            }
        }
        return -1;
    }

    /** Where a free run of {@code length} steps begins: log2 of the length in shifts, not one look per step. */
    static long[] runs(long[] free, int length) {
        long[] runs = free.clone();
        int have = 1;
        while (have < length) {
            int more = Math.min(have, length - have);
            andShiftedDown(runs, more);
            have += more;
        }
        return runs;
    }

    /** Moves every step later. */
    static long[] later(long[] set, int by) {
        long[] moved = none();
        int words = by >> 6;
        int bits = by & 63;
        for (int i = WORDS - 1; i >= words; i--) {
            moved[i] = set[i - words] << bits;
            if (bits != 0 && i > words) {
                moved[i] |= set[i - words - 1] >>> (64 - bits);
            }
        }
        return moved;
    }

    private static void andShiftedDown(long[] set, int by) {
        int words = by >> 6;
        int bits = by & 63;
        for (int i = 0; i < WORDS; i++) {
            long low = i + words < WORDS ? set[i + words] >>> bits : 0;
            long high = bits != 0 && i + words + 1 < WORDS ? set[i + words + 1] << (64 - bits) : 0;
            set[i] &= low | high;
        }
    }
}

package by.pobach.papers;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A certificate that was issued: which number of which year, for which visit, and when. Whose name it bears only the paper knows. */
record Paper(UUID visit, Number number, Instant issuedAt) {

    /** The running number of a year, as people write it: {@code 12/2027}. */
    record Number(int year, int inYear) {
        private static final Pattern TYPED = Pattern.compile("\\D{0,3}(\\d{1,6})\\s*/\\s*(\\d{4})");

        /** Empty when it does not look like one; a leading № and spaces are forgiven. */
        static Optional<Number> of(String typed) {
            Matcher parts = TYPED.matcher(typed.strip());
            return parts.matches()
                    ? Optional.of(new Number(Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(1))))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return inYear + "/" + year;
        }
    }
}

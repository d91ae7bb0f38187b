package by.pobach.offers;

/** An offer near a wish, and the one thing in which it differs. */
public record Alternative(Offer offer, Difference difference) {

    public enum Difference {
        SPECIALIST,
        TIME,
        DAY,
        WITHOUT_SPECIALIST,
        WITHOUT_NEED,
        INTERPRETER_LATER;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}

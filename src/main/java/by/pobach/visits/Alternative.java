package by.pobach.visits;

/** An offer near a wish, and the one thing in which it differs. */
record Alternative(Offer offer, Difference difference) {

    enum Difference {
        SPECIALIST,
        TIME,
        DAY,
        WITHOUT_SPECIALIST,
        WITHOUT_NEED,
        INTERPRETER_LATER;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}

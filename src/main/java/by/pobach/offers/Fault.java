package by.pobach.offers;

/**
 * A field and why it cannot be taken.
 *
 * @param reason a message key below {@code offers.reason}, or a whole key of another module when it has a dot
 */
public record Fault(String field, String reason) {}

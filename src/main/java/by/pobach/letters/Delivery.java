package by.pobach.letters;

/** How a dialogue with the mail server ended. {@code problem} is a code, never an address. */
sealed interface Delivery {

    /** The server took it. */
    record Taken() implements Delivery {}

    /** The server said no for good. */
    record Refused(String problem) implements Delivery {}

    /** The server said not now; the letter has surely not gone. */
    record NotNow(String problem) implements Delivery {}

    /** The line broke: the letter may have gone or not. */
    record Unknown(String problem) implements Delivery {}
}

package by.pobach.links;

/** A contact as its owner recognises it and a passer-by does not. */
final class Masked {
    private static final int LAST_DIGITS = 4;

    private Masked() {}

    /** {@code a…@example.org}, or {@code … 45 67}. */
    static String contact(String contact) {
        int at = contact.indexOf('@');
        if (at > 0) {
            return contact.charAt(0) + "…" + contact.substring(at);
        }
        String end = contact.substring(contact.length() - LAST_DIGITS);
        return "… " + end.substring(0, 2) + "-" + end.substring(2);
    }
}

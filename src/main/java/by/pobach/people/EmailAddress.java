package by.pobach.people;

import by.pobach.people.Contact.Checked;
import by.pobach.people.Contact.Good;
import by.pobach.people.Contact.Refused;
import by.pobach.people.Contact.Why;
import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * E-mail addresses that mail servers take without extensions (RFC 5321, and of RFC 5322 the dot-atom only): no quotes, no
 * comments. Whether somebody reads it only a letter can tell.
 */
final class EmailAddress {
    private static final int LONGEST = 254;
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+(xn--[a-z0-9-]{1,59}|[a-z]{2,63})");

    private EmailAddress() {}

    static Checked check(String typed) {
        String address = typed.strip();
        if (address.isEmpty()) {
            return new Refused(Why.EMPTY);
        }
        if (address.length() > LONGEST) {
            return new Refused(Why.TOO_LONG);
        }
        if (address.chars().anyMatch(Character::isISOControl)) {
            return new Refused(Why.CONTROL_CHARACTERS);
        }
        int at = address.lastIndexOf('@');
        return at <= 0
                ? new Refused(Why.NOT_AN_EMAIL)
                : check(address.substring(0, at), domain(address.substring(at + 1)));
    }

    private static Checked check(String local, String domain) {
        // A Cyrillic «а» or «с» among Latin letters looks right and never arrives, so it gets words of its own.
        if (local.codePoints().anyMatch(c -> c > 127 && Character.isLetter(c))) {
            return new Refused(Why.FOREIGN_LETTERS_IN_EMAIL);
        }
        boolean good = local.length() <= 64
                && LOCAL.matcher(local).matches()
                && DOMAIN.matcher(domain).matches()
                && local.length() + 1 + domain.length() <= LONGEST;
        return good ? new Good(local + "@" + domain) : new Refused(Why.NOT_AN_EMAIL);
    }

    /** пошта.бел becomes its ASCII form; what cannot become one is empty and then no domain. */
    private static String domain(String typed) {
        try {
            return IDN.toASCII(typed).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException impossible) {
            return "";
        }
    }
}

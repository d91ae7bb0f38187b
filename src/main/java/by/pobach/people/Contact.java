package by.pobach.people;

import java.util.Locale;

/**
 * How to call somebody and how to reach them, as they typed it: checked, and brought into the shape in which it is kept. What
 * people type wrongly is an answer, not an exception.
 */
public final class Contact {
    private Contact() {}

    /** What became of something typed. */
    public sealed interface Checked {}

    /** The shape in which it is kept. */
    public record Good(String value) implements Checked {}

    public record Refused(Why why) implements Checked {}

    /** What is wrong. The words for it are under {@link #key()} and say what to do. */
    public enum Why {
        EMPTY,
        TOO_LONG,
        CONTROL_CHARACTERS,
        LINK_IN_NAME,
        NOT_AN_EMAIL,
        FOREIGN_LETTERS_IN_EMAIL,
        NOT_A_PHONE,
        PHONE_CODE_MISSING,
        PHONE_CODE_UNKNOWN,
        PHONE_LENGTH;

        /** The key of the message, such as {@code people.refused.phone-length}. */
        public String key() {
            return "people.refused." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A name, kept as typed: spaces at the ends go, several become one; at most 200 characters, no control characters. */
    public static Checked name(String typed) {
        return PersonName.check(typed);
    }

    /** An e-mail address as mail servers take it: the domain in small letters, national domains in their ASCII form. */
    public static Checked email(String typed) {
        return EmailAddress.check(typed);
    }

    /** A phone number in E.164 ({@code +375291234567}); Belarusian ones in any way people write them, others with a plus. */
    public static Checked phone(String typed) {
        return PhoneNumber.check(typed);
    }

    /** A kept number as people read it: {@code +375 29 123-45-67}. */
    public static String shown(String e164) {
        return PhoneNumber.shown(e164);
    }

    /** Whether a text message can reach this kept number; of foreign numbers we do not know, so they count as reachable. */
    public static boolean takesTexts(String e164) {
        return PhoneNumber.takesTexts(e164);
    }
}

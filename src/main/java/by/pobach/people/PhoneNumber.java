package by.pobach.people;

import by.pobach.people.Contact.Checked;
import by.pobach.people.Contact.Good;
import by.pobach.people.Contact.Refused;
import by.pobach.people.Contact.Why;
import java.util.Set;

/**
 * Phone numbers as people in Belarus write them: {@code +375 29 …}, {@code 8 029 …}, {@code 8 (017) …}, {@code 80 29 …},
 * {@code 029 …}, {@code 29 …}, from abroad {@code 8 10 375 …} or {@code 00 375 …}. Codes: the numbering plan of the Republic of
 * Belarus, ITU-T Operational Bulletin; mobile 25, 29, 33, 44; regions 15, 16, 17, 21, 22, 23; internet telephony 24.
 */
final class PhoneNumber {
    private static final Set<String> MOBILE = Set.of("25", "29", "33", "44");
    private static final Set<String> FIXED = Set.of("15", "16", "17", "21", "22", "23", "24");
    private static final String BELARUS = "375";
    /** Belarusian digits after the country's code: two of area or network and seven more. */
    private static final int NATIONAL = 9;

    private PhoneNumber() {}

    static Checked check(String typed) {
        if (typed.isBlank()) {
            return new Refused(Why.EMPTY);
        }
        if (typed.length() > 60) {
            return new Refused(Why.TOO_LONG);
        }
        StringBuilder digits = new StringBuilder();
        boolean plus = false;
        for (int c : typed.codePoints().toArray()) {
            if (c == '+' && digits.isEmpty() && !plus) {
                plus = true;
            } else if (Character.digit(c, 10) >= 0) {
                digits.append(Character.digit(c, 10));
            } else if (!isFiller(c)) {
                return new Refused(Why.NOT_A_PHONE);
            }
        }
        return digits.isEmpty() ? new Refused(Why.NOT_A_PHONE) : read(plus, digits.toString());
    }

    private static Checked read(boolean plus, String digits) {
        if (digits.startsWith("80") && digits.length() == NATIONAL + 2) {
            return belarusian(digits.substring(2));
        }
        if (plus || digits.startsWith(BELARUS)) {
            return international(digits);
        }
        if (digits.startsWith("00")) {
            return international(digits.substring(2));
        }
        if (digits.startsWith("810")) {
            return international(digits.substring(3));
        }
        return withoutCountry(digits);
    }

    private static Checked withoutCountry(String digits) {
        if (digits.startsWith("0") && digits.length() == NATIONAL + 1) {
            return belarusian(digits.substring(1));
        }
        if (digits.length() == NATIONAL && isKnown(digits)) {
            return belarusian(digits);
        }
        return new Refused(digits.startsWith("80") ? Why.PHONE_LENGTH : Why.PHONE_CODE_MISSING);
    }

    private static Checked international(String digits) {
        if (digits.startsWith(BELARUS)) {
            // The zero of the national prefix is often left in: +375 (029) …
            String national = digits.substring(BELARUS.length()).replaceFirst("^0(?=\\d{9}$)", "");
            return national.length() == NATIONAL ? belarusian(national) : new Refused(Why.PHONE_LENGTH);
        }
        boolean possible = digits.length() >= 8 && digits.length() <= 15 && digits.charAt(0) != '0';
        return possible ? new Good("+" + digits) : new Refused(Why.PHONE_LENGTH);
    }

    private static Checked belarusian(String national) {
        return isKnown(national) ? new Good("+" + BELARUS + national) : new Refused(Why.PHONE_CODE_UNKNOWN);
    }

    private static boolean isKnown(String national) {
        String code = national.substring(0, 2);
        return MOBILE.contains(code) || FIXED.contains(code);
    }

    /** Spaces, dashes, brackets, dots, and the invisible marks that come along when a number is copied. */
    private static boolean isFiller(int c) {
        return Character.isSpaceChar(c)
                || c == '\t'
                || Character.getType(c) == Character.DASH_PUNCTUATION
                || Character.getType(c) == Character.FORMAT
                || "()./\u2212".indexOf(c) >= 0;
    }

    static String shown(String e164) {
        if (!isBelarusian(e164)) {
            return e164;
        }
        return "+375 " + e164.substring(4, 6) + " " + e164.substring(6, 9) + "-" + e164.substring(9, 11) + "-"
                + e164.substring(11);
    }

    static boolean takesTexts(String e164) {
        return !isBelarusian(e164) || MOBILE.contains(e164.substring(4, 6));
    }

    private static boolean isBelarusian(String e164) {
        return e164.startsWith("+" + BELARUS) && e164.length() == 1 + BELARUS.length() + NATIONAL;
    }
}

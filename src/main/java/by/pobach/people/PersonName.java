package by.pobach.people;

import by.pobach.people.Contact.Checked;
import by.pobach.people.Contact.Good;
import by.pobach.people.Contact.Refused;
import by.pobach.people.Contact.Why;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** Names as people write them. They go into letters, so they may carry neither lines of their own nor links. */
final class PersonName {
    private static final int LONGEST = 200;
    private static final Pattern SPACES = Pattern.compile("[\\s\\h]+");
    private static final Pattern LINK = Pattern.compile("(?iu)://|www\\.|@[\\p{L}\\p{N}-]+\\.\\p{L}");

    private PersonName() {}

    static Checked check(String typed) {
        String name = Normalizer.normalize(
                SPACES.matcher(typed).replaceAll(PersonName::space).strip(), Normalizer.Form.NFC);
        if (name.isEmpty()) {
            return new Refused(Why.EMPTY);
        }
        if (name.codePointCount(0, name.length()) > LONGEST) {
            return new Refused(Why.TOO_LONG);
        }
        if (name.codePoints().anyMatch(PersonName::isInvisible)) {
            return new Refused(Why.CONTROL_CHARACTERS);
        }
        if (LINK.matcher(name).find()) {
            return new Refused(Why.LINK_IN_NAME);
        }
        return name.codePoints().anyMatch(Character::isLetterOrDigit) ? new Good(name) : new Refused(Why.EMPTY);
    }

    /** Lines inside a name stay, to be refused; any other run of spaces is one space. */
    private static String space(java.util.regex.MatchResult spaces) {
        return spaces.group().indexOf('\n') >= 0 || spaces.group().indexOf('\r') >= 0 ? "\n" : " ";
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}

package by.pobach.vault;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A text as a school's computer writes it, made into UTF-8. */
final class PlainText {
    private static final Charset OLD_CYRILLIC = Charset.forName("windows-1251");

    private PlainText() {}

    /** Nothing but letters, digits and signs when read as windows-1251, most of them Cyrillic. */
    static boolean isOldCyrillic(byte[] content) {
        String text = new String(content, OLD_CYRILLIC);
        long letters = text.chars().filter(Character::isLetter).count();
        long cyrillic =
                text.chars().filter(letter -> letter >= 'Ѐ' && letter <= 'ӿ').count();
        return !strange(text) && cyrillic > 0 && cyrillic * 10 > letters * 8;
    }

    static Cleaned clean(byte[] content) {
        String text = decode(content);
        return strange(text) ? Cleaned.damaged() : new Cleaned.Fit(Kind.TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean strange(String text) {
        return text.chars().anyMatch(letter -> letter < ' ' && "\t\n\r\f".indexOf(letter) < 0 || letter == 0xFFFD);
    }

    private static String decode(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException older) {
            return new String(content, OLD_CYRILLIC);
        }
    }
}

package by.pobach.people;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Names as they sound on the phone, so that one spelling finds the others: Алена and Елена, Шчарбакова, Щербакова and
 * Shcherbakova. Letters that Belarusian, Russian and their Latin forms swap fall together: unstressed о and а, е and я; ц
 * and т, дз and д; ў, в and у; г, х and h. Soft signs, apostrophes and doubled letters go. Too much is found rather than
 * too little: a person reads the answer. Latin letters follow the romanization of passports.
 */
final class NameSound {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern SILENT = Pattern.compile("[\u0301'\u2019\u02bc`\u2018\u00b4\u044c\u044a]");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SOFT_I = Pattern.compile("i+(?=[au])");
    private static final Pattern LAST_I = Pattern.compile("(?<=..)i+$");
    private static final Pattern DOUBLED = Pattern.compile("(.)\\1+");

    /** What several letters or one sound like; the longest that fits is heard. */
    private static final Map<String, String> HEARD = new HashMap<>(Map.of(
            "shch", "x", "sch", "x", "sh", "x", "ch", "q", "zh", "j", "kh", "h", "ts", "t", "dz", "d", "ph", "f"));

    private static final int LONGEST = 4;
    /** More of a word tells nobody apart. */
    private static final int LONGEST_WORD = 60;

    static {
        HEARD.putAll(Map.of("th", "t", "ck", "k", "x", "ks", "šč", "x", "шч", "x", "дз", "d"));
        letters("абвгґдеёєжзиійїклмнопрстуўфхцчшщыэюя", "abvhhdaaajziiiiklmnaprstuvfhtqxxiaua");
        letters("abcdefghijklmnopqrstuvwyzčšžŭćśźńł", "abkdafhhiiklmnapkrstuvvizqxjvtsznl");
        letters("0123456789", "0123456789");
    }

    private static void letters(String written, String heard) {
        for (int at = 0; at < written.length(); at++) {
            HEARD.put(written.substring(at, at + 1), heard.substring(at, at + 1));
        }
    }

    /** Яна is not Ганна, although Яўген is Евгений. */
    private static final Map<String, String> AS_WRITTEN = Map.of(
            "яна", "iana", "yana", "iana", "jana", "iana", "iana", "iana", "ян", "ian", "yan", "ian", "jan", "ian");

    /** First names that are one in both languages and sound apart, and the beginnings of surnames made of them. */
    private static final List<Map.Entry<Pattern, String>> ONE_NAME = List.of(
            same("ualha$", "alha"),
            same("hana$", "ana"),
            same("akatarina$", "katarina"),
            same("alizauata$", "lizauata"),
            same("nadajda$", "nada"),
            same("anastas", "nastas"),
            same("mikala", "nikala"),
            same("mikit", "nikit"),
            same("hrihar", "rihar"),
            same("zmitar$", "dmitr"),
            same("patra$", "patr"),
            same("alaksandar$", "alaksandr"));

    private NameSound() {}

    private static Map.Entry<Pattern, String> same(String beginning, String instead) {
        return Map.entry(Pattern.compile("^" + beginning), instead);
    }

    /** The words of a name as they sound, a–z and 0–9, in the order they were written, each once. */
    static List<String> words(String name) {
        String small = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return BETWEEN_WORDS
                .splitAsStream(SILENT.matcher(small).replaceAll(""))
                .map(NameSound::word)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private static String word(String written) {
        String known = AS_WRITTEN.get(written);
        if (known != null) {
            return known;
        }
        String sound = once(SOFT_I.matcher(heard(written)).replaceAll(""));
        sound = LAST_I.matcher(sound).replaceAll("");
        // В and ў become у only now: «іў» keeps its і, «ію» does not.
        sound = once(sound.replace('v', 'u'));
        for (Map.Entry<Pattern, String> one : ONE_NAME) {
            sound = one.getKey().matcher(sound).replaceFirst(one.getValue());
        }
        return sound.length() > LONGEST_WORD ? sound.substring(0, LONGEST_WORD) : sound;
    }

    private static String once(String sound) {
        return DOUBLED.matcher(sound).replaceAll("$1");
    }

    private static String heard(String written) {
        StringBuilder heard = new StringBuilder();
        int at = 0;
        while (at < written.length()) {
            int length = Math.min(LONGEST, written.length() - at);
            while (length > 1 && !HEARD.containsKey(written.substring(at, at + length))) {
                length--;
            }
            String letters = written.substring(at, at + length);
            heard.append(HEARD.getOrDefault(letters, length > 1 ? "" : withoutMarks(letters)));
            at += length;
        }
        return heard.toString();
    }

    /** Of a foreign letter, what it is without its marks; anything else is not heard. */
    private static String withoutMarks(String letter) {
        String plain =
                MARKS.matcher(Normalizer.normalize(letter, Normalizer.Form.NFD)).replaceAll("");
        return HEARD.getOrDefault(plain, "");
    }
}

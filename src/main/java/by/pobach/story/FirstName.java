package by.pobach.story;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * What a child calls somebody: the name, with the patronymic where there is one, and never the surname. Names are kept as
 * the Centre writes them, mostly «Алена Каваль» or «Алена Іванаўна Каваль», now and then «Каваль Алена Іванаўна».
 */
final class FirstName {
    private static final Pattern PATRONYMIC = Pattern.compile("(?iu).+(?:ўна|ічна|вна|ична|іч|ич|una|chna|vna|ich)");

    private FirstName() {}

    static String of(String name) {
        String[] words = name.strip().split("\\s+");
        if (words.length < 3) {
            return words[0];
        }
        boolean surnameFirst = isPatronymic(words[2]) && !isPatronymic(words[1]);
        String[] called = Arrays.copyOfRange(words, surnameFirst ? 1 : 0, surnameFirst ? 3 : 2);
        return String.join(" ", called);
    }

    private static boolean isPatronymic(String word) {
        return PATRONYMIC.matcher(word).matches();
    }
}

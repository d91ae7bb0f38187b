package by.pobach.places;

import by.pobach.web.Language;
import by.pobach.web.Words;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What families read on a day off that is worked on another day, and on that other day. */
final class MovedDay {
    private MovedDay() {}

    static Words off(LocalDate workedOn) {
        return new Words(
                "Выхадны; працуем " + date(workedOn, Language.BE),
                "Выходной; работаем " + date(workedOn, Language.RU),
                "Day off; we work on " + date(workedOn, Language.EN));
    }

    static Words worked(LocalDate insteadOf) {
        return new Words(
                "Працуем за " + date(insteadOf, Language.BE),
                "Работаем за " + date(insteadOf, Language.RU),
                "We work instead of " + date(insteadOf, Language.EN));
    }

    /** Day and month: 25 красавіка. */
    private static String date(LocalDate date, Language language) {
        Locale locale = language == Language.EN ? Locale.UK : language.locale();
        return DateTimeFormatter.ofPattern("d MMMM", locale).format(date);
    }
}

package by.pobach.places;

import by.pobach.web.Words;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.Optional;

/**
 * The public holidays of Belarus on which nobody works: Decree of the President No. 157 of 26 March 1998 as amended. A holiday
 * on a weekend is not made up for; a working day is moved only by the yearly act of the Council of Ministers ({@link MovedDays}).
 */
final class Holidays {
    private static final Words NEW_YEAR = new Words("Новы год", "Новый год", "New Year");
    private static final Words RADAUNITSA = new Words("Радаўніца", "Радуница", "Radaunitsa");

    private static final Map<MonthDay, Words> FIXED = Map.of(
            MonthDay.of(1, 1), NEW_YEAR,
            MonthDay.of(1, 2), NEW_YEAR,
            MonthDay.of(1, 7),
                    new Words(
                            "Раство Хрыстова (праваслаўнае)",
                            "Рождество Христово (православное)",
                            "Christmas (Orthodox)"),
            MonthDay.of(3, 8), new Words("Дзень жанчын", "День женщин", "Women’s Day"),
            MonthDay.of(5, 1), new Words("Свята працы", "Праздник труда", "Labour Day"),
            MonthDay.of(5, 9), new Words("Дзень Перамогі", "День Победы", "Victory Day"),
            MonthDay.of(7, 3), new Words("Дзень Незалежнасці", "День Независимости", "Independence Day"),
            MonthDay.of(11, 7),
                    new Words("Дзень Кастрычніцкай рэвалюцыі", "День Октябрьской революции", "October Revolution Day"),
            MonthDay.of(12, 25),
                    new Words(
                            "Раство Хрыстова (каталіцкае)",
                            "Рождество Христово (католическое)",
                            "Christmas (Catholic)"));

    private Holidays() {}

    static Optional<Words> on(LocalDate date) {
        Words fixed = FIXED.get(MonthDay.from(date));
        if (fixed != null) {
            return Optional.of(fixed);
        }
        return date.equals(radaunitsa(date.getYear())) ? Optional.of(RADAUNITSA) : Optional.empty();
    }

    /** The Tuesday nine days after Orthodox Easter. */
    static LocalDate radaunitsa(int year) {
        return orthodoxEaster(year).plusDays(9);
    }

    /** Easter by the Julian computus (Meeus, Astronomical Algorithms, chapter 8), as a date of our calendar; for 1900 to 2099. */
    static LocalDate orthodoxEaster(int year) {
        int moon = (19 * (year % 19) + 15) % 30;
        int sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
        int days = moon + sunday + 114;
        LocalDate julian = LocalDate.of(year, days / 31, days % 31 + 1);
        return julian.plusDays(13);
    }
}

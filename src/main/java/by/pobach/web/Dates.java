package by.pobach.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Dates and times as people say them. Words of days and months come from CLDR; the zone is always the caller's (the
 * Centre's, or a visitor's beside it). Day, month and year are held on one line. In templates:
 * {@code ${@dates.moment(start, zone, frame.language)}}.
 */
@Component("dates")
public class Dates {
    private static final char NO_BREAK = '\u00a0';

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final Map<Language, DateTimeFormatter> DAY = patterns("EEEE, d_MMMM", "EEEE d_MMMM");
    private static final Map<Language, DateTimeFormatter> DATE_FIRST = patterns("d_MMMM, EEEE", "d_MMMM, EEEE");
    private static final Map<Language, DateTimeFormatter> DAY_OF_YEAR = patterns("d_MMMM_y", "d_MMMM_y");
    private static final Map<Language, DateTimeFormatter> DAY_OF_MONTH = patterns("d_MMMM", "d_MMMM");
    private static final Map<Language, DateTimeFormatter> SHORT_DAY = patterns("EEE, d_MMM", "EEE d_MMM");
    private static final Map<Language, DateTimeFormatter> MONTH = patterns("LLLL_y", "LLLL_y");
    private static final int HOUR = 60;

    private final IcuMessages messages;

    Dates(IcuMessages messages) {
        this.messages = messages;
    }

    /** «аўторак, 24 лютага», "Tuesday 24 February". */
    public String day(LocalDate date, Language language) {
        return date.format(in(DAY, language));
    }

    /** As a list by date is read: «24 лютага, аўторак», "24 February, Tuesday". */
    public String dateFirst(LocalDate date, Language language) {
        return date.format(in(DATE_FIRST, language));
    }

    /** Without its weekday: «24 лютага». */
    public String dayOfMonth(LocalDate date, Language language) {
        return date.format(in(DAY_OF_MONTH, language));
    }

    /** For narrow places: «аўт, 24 лют». */
    public String shortDay(LocalDate date, Language language) {
        return date.format(in(SHORT_DAY, language));
    }

    /** With its year, without its weekday, as papers want it: «24 лютага 2027». */
    public String dayOfYear(LocalDate date, Language language) {
        return date.format(in(DAY_OF_YEAR, language));
    }

    /** The head of a month's page: «люты 2027». */
    public String month(LocalDate date, Language language) {
        return date.format(in(MONTH, language));
    }

    /** «15:00». */
    public String time(LocalTime time) {
        return time.format(TIME);
    }

    public String time(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone));
    }

    /** «15:00–15:30». */
    public String range(Instant start, Instant end, ZoneId zone) {
        return time(start, zone) + "–" + time(end, zone);
    }

    /** «аўторак, 24 лютага, 15:00», "Tuesday 24 February, 15:00". */
    public String moment(Instant instant, ZoneId zone, Language language) {
        return day(instant.atZone(zone).toLocalDate(), language) + ", " + time(instant, zone);
    }

    /** The day, led by «сёння» or «заўтра» when it is near: «заўтра, аўторак, 24 лютага». */
    public String near(LocalDate date, LocalDate today, Language language) {
        long away = ChronoUnit.DAYS.between(today, date);
        String day = day(date, language);
        return away == 0
                ? messages.say(language, "web.today", day)
                : away == 1 ? messages.say(language, "web.tomorrow", day) : day;
    }

    /** «30 хвілін», «1 гадзіна», «1 гадзіна 30 хвілін». */
    public String minutes(int minutes, Language language) {
        String hours = minutes < HOUR ? "" : messages.say(language, "web.hours", minutes / HOUR);
        String rest = minutes % HOUR == 0 && minutes > 0 ? "" : messages.say(language, "web.minutes", minutes % HOUR);
        return (hours + " " + rest).strip();
    }

    private static DateTimeFormatter in(Map<Language, DateTimeFormatter> patterns, Language language) {
        return patterns.getOrDefault(language, DateTimeFormatter.ISO_LOCAL_DATE);
    }

    private static Map<Language, DateTimeFormatter> patterns(String eastern, String english) {
        Map<Language, DateTimeFormatter> patterns = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            String pattern = (language == Language.EN ? english : eastern).replace('_', NO_BREAK);
            patterns.put(language, DateTimeFormatter.ofPattern(pattern, language.locale()));
        }
        return patterns;
    }
}

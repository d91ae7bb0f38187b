package by.pobach.site;

import by.pobach.places.WorkingCalendar;
import by.pobach.places.WorkingCalendar.Opening;
import by.pobach.web.Language;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The week as people say it: neighbouring days with the same hours are one line. */
@Component
class OpeningHours {
    private final WorkingCalendar calendar;

    OpeningHours(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /**
     * Days that open alike.
     *
     * @param days «панядзелак — пятніца», or one day
     * @param times «9:00–18:00», with a comma between the halves of a day with a break
     * @param codes for machines, one for each opening: {@code Mo-Fr 09:00-18:00} (schema.org openingHours)
     */
    record Line(String days, String times, List<String> codes) {}

    List<Line> lines(Language language) {
        Map<DayOfWeek, List<Opening>> week = new EnumMap<>(DayOfWeek.class);
        calendar.week()
                .forEach(opening -> week.computeIfAbsent(opening.day(), day -> new ArrayList<>())
                        .add(opening));
        List<Line> lines = new ArrayList<>();
        List<DayOfWeek> alike = new ArrayList<>();
        for (DayOfWeek day : week.keySet()) {
            if (!alike.isEmpty() && !joins(alike.getLast(), day, week)) {
                lines.add(line(alike, week, language));
                alike.clear();
            }
            alike.add(day);
        }
        if (!alike.isEmpty()) {
            lines.add(line(alike, week, language));
        }
        return lines;
    }

    private static boolean joins(DayOfWeek before, DayOfWeek day, Map<DayOfWeek, List<Opening>> week) {
        return before.plus(1) == day && times(week, before).equals(times(week, day));
    }

    private static Line line(List<DayOfWeek> days, Map<DayOfWeek, List<Opening>> week, Language language) {
        DayOfWeek first = days.getFirst();
        DayOfWeek last = days.getLast();
        String named = first == last ? name(first, language) : name(first, language) + " — " + name(last, language);
        String code = first == last ? code(first) : code(first) + "-" + code(last);
        return new Line(
                named,
                String.join(", ", times(week, first)),
                times(week, first).stream()
                        .map(range -> code + " " + range.replace('–', '-'))
                        .toList());
    }

    private static List<String> times(Map<DayOfWeek, List<Opening>> week, DayOfWeek day) {
        return week.getOrDefault(day, List.of()).stream()
                .map(opening -> opening.from() + "–" + opening.to())
                .collect(Collectors.toUnmodifiableList());
    }

    private static String name(DayOfWeek day, Language language) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, language.locale());
    }

    private static String code(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).substring(0, 2);
    }
}

package by.pobach.figures;

import by.pobach.web.IcuMessages;
import by.pobach.web.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a week as lines of a table (RFC 4180): the mark that lets office programs see UTF-8, semicolons, as their
 * Belarusian and Russian settings expect. Figures of now carry today's date instead of the week's.
 */
record FiguresCsv(Week week, LocalDate today, IcuMessages messages, Language language) {
    private static final String UTF_8_MARK = "\uFEFF";

    String of(Counts counts) {
        Stream<List<String>> lines = Stream.of(
                List.of("from", "to", "figure", "name", "value"),
                ofWeek("booked", counts.booked()),
                ofWeek("wished", counts.wished()),
                ofWeek("promised", counts.promised()),
                ofWeek("answered-in-time", counts.inTime()),
                ofWeek("longest-wait-days", counts.longestWait()),
                ofWeek("kept", counts.kept()),
                ofWeek("no-show", counts.noShow()),
                ofWeek("unmarked", counts.unmarked()),
                ofWeek("cancelled-by-family", counts.cancelledByFamily()),
                ofWeek("cancelled-by-us", counts.cancelledByUs()),
                ofNow("untold", counts.untold()),
                ofNow("wishes", counts.wishes()),
                ofNow("oldest-wish-days", counts.oldestWish()));
        return UTF_8_MARK
                + lines.map(cells -> cells.stream().map(FiguresCsv::quoted).collect(Collectors.joining(";")))
                        .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private List<String> ofWeek(String code, @Nullable Integer value) {
        return line(week.monday(), week.sunday(), code, value);
    }

    private List<String> ofNow(String code, @Nullable Integer value) {
        return line(today, today, code, value);
    }

    private List<String> line(LocalDate from, LocalDate to, String code, @Nullable Integer value) {
        return List.of(
                from.toString(),
                to.toString(),
                code,
                messages.say(language, "figures.csv." + code),
                value == null ? "" : value.toString());
    }

    private static String quoted(String cell) {
        return cell.matches("[\\w.-]*") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}

package by.pobach.places;

import by.pobach.places.WorkingCalendar.Opening;
import by.pobach.web.Columns;
import by.pobach.web.Words;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WeekTable {
    private final JdbcClient jdbc;

    /** The Centre's own word on one date. */
    record OwnDay(LocalDate date, @Nullable DayOfWeek worksAs, Words name) {}

    WeekTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Opening> week() {
        return jdbc.sql("select day, opens, closes from places.opening order by day, opens")
                .query((row, _) -> new Opening(
                        DayOfWeek.of(row.getInt("day")),
                        row.getObject("opens", LocalTime.class),
                        row.getObject("closes", LocalTime.class)))
                .list();
    }

    void keep(List<Opening> week) {
        jdbc.sql("delete from places.opening").update();
        for (Opening opening : week) {
            jdbc.sql("insert into places.opening (day, opens, closes) values (:day, :opens, :closes)")
                    .param("day", opening.day().getValue())
                    .param("opens", opening.from())
                    .param("closes", opening.to())
                    .update();
        }
    }

    Map<LocalDate, OwnDay> ownDays() {
        return jdbc
                .sql("select * from places.calendar_day")
                .query((row, _) -> new OwnDay(
                        row.getObject("date", LocalDate.class),
                        weekday(row.getObject("works_as", Integer.class)),
                        Columns.words(row, "name")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(OwnDay::date, day -> day));
    }

    void keep(OwnDay day) {
        DayOfWeek worksAs = day.worksAs();
        jdbc.sql("""
                insert into places.calendar_day (date, works_as, name_be, name_ru, name_en)
                values (:date, :worksAs, :name_be, :name_ru, :name_en)
                on conflict (date) do update set works_as = excluded.works_as, name_be = excluded.name_be,
                    name_ru = excluded.name_ru, name_en = excluded.name_en, by_actor = excluded.by_actor""")
                .param("date", day.date())
                .param("worksAs", worksAs == null ? null : worksAs.getValue(), java.sql.Types.SMALLINT)
                .params(Columns.of("name", day.name()))
                .update();
    }

    void drop(LocalDate date) {
        jdbc.sql("delete from places.calendar_day where date = :date")
                .param("date", date)
                .update();
    }

    private static @Nullable DayOfWeek weekday(@Nullable Integer number) {
        return number == null ? null : DayOfWeek.of(number);
    }
}

package by.pobach.figures;

import by.pobach.figures.WorkedHours.Away;
import by.pobach.figures.WorkedHours.Shift;
import by.pobach.figures.WorkedHours.SpecialDay;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a week holds of somebody's time: taken by visits, and meant for work. */
@Repository
class HoursTable {
    static final String BOOKED = """
            select specialist_id, (sum(extract(epoch from ends_at - starts_at)) / 60)::int as minutes
            from visits.published_visit
            where starts_at >= :from and starts_at < :to and state in ('asked', 'booked', 'came', 'late', 'no-show')
            group by specialist_id
            """;

    private final JdbcClient sql;

    HoursTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Minutes of visits that were not called off, without what is kept free around them. */
    Map<UUID, Integer> booked(Week week) {
        Map<UUID, Integer> minutes = new HashMap<>();
        sql.sql(BOOKED)
                .param("from", Timestamp.from(week.start()))
                .param("to", Timestamp.from(week.end()))
                .query(row -> {
                    minutes.put(row.getObject("specialist_id", UUID.class), row.getInt("minutes"));
                });
        return minutes;
    }

    List<Shift> shifts() {
        return sql.sql("select * from diary.published_shift")
                .query((row, number) -> new Shift(
                        row.getObject("resource_id", UUID.class),
                        DayOfWeek.of(row.getInt("weekday")),
                        row.getObject("starts", LocalTime.class),
                        row.getObject("ends", LocalTime.class),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class)))
                .list();
    }

    List<SpecialDay> specialDays(Week week) {
        return sql.sql("select * from diary.published_special_day where day >= ? and day < ?")
                .params(week.monday(), week.next())
                .query((row, number) -> new SpecialDay(
                        row.getObject("resource_id", UUID.class),
                        row.getObject("day", LocalDate.class),
                        row.getObject("starts", LocalTime.class),
                        row.getObject("ends", LocalTime.class)))
                .list();
    }

    List<Away> absences(Week week) {
        return sql.sql("""
                        select resource_id, lower(during) as starts, upper(during) as ends
                        from diary.published_absence where during && tstzrange(?, ?)
                        """)
                .params(
                        week.start().atOffset(java.time.ZoneOffset.UTC),
                        week.end().atOffset(java.time.ZoneOffset.UTC))
                .query((row, number) -> new Away(
                        row.getObject("resource_id", UUID.class),
                        row.getTimestamp("starts").toInstant(),
                        row.getTimestamp("ends").toInstant()))
                .list();
    }
}

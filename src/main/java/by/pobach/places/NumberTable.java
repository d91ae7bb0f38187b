package by.pobach.places;

import by.pobach.places.UsefulNumber.Kind;
import by.pobach.web.Columns;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class NumberTable {
    private final JdbcClient jdbc;

    NumberTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<UsefulNumber> all() {
        return jdbc.sql("select * from places.number order by position")
                .query((row, _) -> new UsefulNumber(
                        Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getString("dialled"),
                        Columns.words(row, "who")))
                .list();
    }

    void keep(List<UsefulNumber> numbers) {
        jdbc.sql("delete from places.number").update();
        for (int position = 0; position < numbers.size(); position++) {
            UsefulNumber number = numbers.get(position);
            jdbc.sql("""
                            insert into places.number (position, kind, dialled, who_be, who_ru, who_en)
                            values (:position, :kind, :dialled, :who_be, :who_ru, :who_en)""")
                    .param("position", position)
                    .param("kind", number.kind().code())
                    .param("dialled", number.dialled())
                    .params(Columns.of("who", number.who()))
                    .update();
        }
    }
}

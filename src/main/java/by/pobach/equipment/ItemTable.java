package by.pobach.equipment;

import by.pobach.web.Columns;
import by.pobach.web.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ItemTable {
    private final JdbcClient jdbc;

    record Row(Item item, boolean inService) {}

    ItemTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Row> all() {
        return jdbc.sql("""
                select i.id, i.number, i.in_service, m.kind, m.name_be, m.name_ru, m.name_en, m.band, m.buffer_minutes
                from equipment.item i join equipment.model m on m.id = i.model
                order by m.kind, m.id, i.number""")
                .query((row, _) -> new Row(item(row), row.getBoolean("in_service")))
                .list();
    }

    List<Model> models() {
        return jdbc.sql("select * from equipment.model order by kind, id")
                .query((row, _) -> new Model(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        Columns.words(row, "name"),
                        row.getString("band"),
                        row.getInt("buffer_minutes")))
                .list();
    }

    void add(Model model) {
        jdbc.sql("""
                insert into equipment.model (id, kind, name_be, name_ru, name_en, band, buffer_minutes)
                values (:id, :kind, :name_be, :name_ru, :name_en, :band, :buffer)""")
                .param("id", model.id())
                .param("kind", model.kind())
                .params(Columns.of("name", model.name()))
                .param("band", model.band())
                .param("buffer", model.bufferMinutes())
                .update();
    }

    void add(UUID id, UUID model, int number) {
        jdbc.sql("insert into equipment.item (id, model, number) values (:id, :model, :number)")
                .param("id", id)
                .param("model", model)
                .param("number", number)
                .update();
    }

    void putInService(UUID id, boolean inService) {
        jdbc.sql("""
                update equipment.item set in_service = :inService, by_actor = current_setting('pobach.actor')
                where id = :id""").param("id", id).param("inService", inService).update();
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                numbered(Columns.words(row, "name"), row.getInt("number")),
                row.getString("band"),
                row.getInt("buffer_minutes"));
    }

    /** «FM-сістэма № 2»: the number stays on the line of the sign. */
    private static Words numbered(Words model, int number) {
        return new Words(
                model.be() + " №\u00a0" + number, model.ru() + " №\u00a0" + number, model.en() + " No.\u00a0" + number);
    }
}

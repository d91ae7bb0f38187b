package by.pobach.places;

import by.pobach.web.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CentreTable {
    private final JdbcClient jdbc;

    CentreTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<CentreFacts> find() {
        return jdbc.sql("select * from places.centre")
                .query((row, _) -> facts(row))
                .optional();
    }

    void keep(CentreFacts facts) {
        jdbc.sql("delete from places.centre").update();
        jdbc.sql("""
                insert into places.centre (zone, phones, email, languages,
                    name_be, name_ru, name_en, address_be, address_ru, address_en, street_be, street_ru, street_en,
                    cost_be, cost_ru, cost_en, getting_here_be, getting_here_ru, getting_here_en)
                values (:zone, :phones, :email, :languages,
                    :name_be, :name_ru, :name_en, :address_be, :address_ru, :address_en, :street_be, :street_ru, :street_en,
                    :cost_be, :cost_ru, :cost_en, :getting_here_be, :getting_here_ru, :getting_here_en)""")
                .param("zone", facts.zone().getId())
                .param("phones", facts.phones().toArray(String[]::new))
                .param("email", facts.email())
                .param("languages", facts.languages().toArray(String[]::new))
                .params(Columns.of("name", facts.name()))
                .params(Columns.of("address", facts.address()))
                .params(Columns.of("street", facts.street()))
                .params(Columns.of("cost", facts.cost()))
                .params(Columns.of("getting_here", facts.gettingHere()))
                .update();
    }

    private static CentreFacts facts(ResultSet row) throws SQLException {
        return new CentreFacts(
                Columns.words(row, "name"),
                Columns.words(row, "address"),
                Columns.words(row, "street"),
                ZoneId.of(row.getString("zone")),
                Columns.list(row, "phones"),
                row.getString("email"),
                Columns.list(row, "languages"),
                Columns.words(row, "cost"),
                Columns.words(row, "getting_here"));
    }
}

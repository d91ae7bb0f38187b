package by.pobach.papers;

import by.pobach.papers.Paper.Number;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PaperTable {
    private final JdbcClient sql;

    PaperTable(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Paper> find(UUID visit) {
        return sql.sql("select * from papers.paper where visit_id = ?")
                .param(visit)
                .query(PaperTable::paper)
                .optional();
    }

    Optional<Paper> find(Number number) {
        return sql.sql("select * from papers.paper where year = ? and number = ?")
                .params(number.year(), number.inYear())
                .query(PaperTable::paper)
                .optional();
    }

    /** Holds back everybody else who wants a number of this year until this transaction ends. */
    void lock(int year) {
        sql.sql("""
                        insert into papers.numbering as n (year, last) values (?, 0)
                        on conflict (year) do update set last = n.last
                        """).param(year).update();
    }

    Number next(int year) {
        int inYear = sql.sql("update papers.numbering set last = last + 1 where year = ? returning last")
                .param(year)
                .query(Integer.class)
                .single();
        return new Number(year, inYear);
    }

    void add(Paper paper) {
        sql.sql("insert into papers.paper (visit_id, year, number, issued_at) values (?, ?, ?, ?)")
                .param(paper.visit())
                .param(paper.number().year())
                .param(paper.number().inYear())
                .param(Timestamp.from(paper.issuedAt()))
                .update();
    }

    int failures(byte[] who, Instant minute) {
        return sql.sql("select coalesce(sum(times), 0) from papers.attempt where who = ? and minute = ?")
                .params(who, Timestamp.from(minute))
                .query(Integer.class)
                .single();
    }

    /** Counts one more, and forgets what limits nobody any more. */
    void failed(byte[] who, Instant minute) {
        sql.sql("delete from papers.attempt where minute < ?")
                .param(Timestamp.from(minute))
                .update();
        sql.sql("""
                        insert into papers.attempt as a (who, minute) values (?, ?)
                        on conflict (who, minute) do update set times = a.times + 1
                        """).params(who, Timestamp.from(minute)).update();
    }

    private static Paper paper(ResultSet row, int number) throws SQLException {
        return new Paper(
                row.getObject("visit_id", UUID.class),
                new Number(row.getInt("year"), row.getInt("number")),
                row.getTimestamp("issued_at").toInstant());
    }
}

package by.pobach.visits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The desk's list of what it owes people. */
@Repository
public class Tasks {
    private final JdbcClient sql;

    Tasks(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Task task) {
        sql.sql("""
                        insert into visits.task (id, kind, visit_id, person_id, words, due, made_at, owner_id)
                        values (:id, :kind, :visit, :person, :words, :due, :at, :owner)
                        """)
                .param("id", task.id())
                .param("kind", task.kind().code())
                .param("visit", task.visit())
                .param("person", task.person())
                .param("words", task.words())
                .param("due", task.due())
                .param("at", Timestamp.from(task.madeAt()))
                .param("owner", task.owner())
                .update();
    }

    /** Keeps what somebody at the desk noted. */
    @Transactional
    public void note(Task task) {
        if (task.kind() != Task.Kind.NOTE) {
            throw new IllegalArgumentException("every other task is made by what it is about");
        }
        add(task);
    }

    /** Gives an open task to somebody of the staff, or with null back to everybody. False when it is done. */
    @Transactional
    public boolean give(UUID id, @Nullable UUID owner) {
        return sql.sql("update visits.task set owner_id = :owner where id = :id and done_at is null")
                        .param("owner", owner)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Takes back a wrong «Done» of the last hour; false when it is too late or the task keeps nothing any more. */
    @Transactional
    public boolean reopen(UUID id) {
        return sql.sql("""
                        update visits.task set done_at = null, done_by = null
                        where id = ? and done_at > now() - interval '1 hour' and done_by like 'staff:%'
                        """).param(id).update() == 1;
    }

    /** Keeps which text the person agreed to. */
    void agreed(UUID id, String consent) {
        sql.sql("update visits.task set consent_text = ? where id = ?")
                .params(consent, id)
                .update();
    }

    /** The most urgent first. */
    public List<Task> open() {
        return sql.sql("select * from visits.task where done_at is null order by due, made_at limit 500")
                .query(Tasks::task)
                .list();
    }

    public Optional<Task> find(UUID id) {
        return sql.sql("select * from visits.task where id = ?")
                .param(id)
                .query(Tasks::task)
                .optional();
    }

    /** False when somebody has done it already. */
    @Transactional
    public boolean done(UUID id) {
        return sql.sql("""
                        update visits.task set done_at = now(), done_by = current_setting('pobach.actor')
                        where id = ? and done_at is null
                        """).param(id).update() == 1;
    }

    /** A visit that is cancelled or moved needs no interpreter found and no call for its old time. */
    void dropInterpreterSearch(UUID visit) {
        sql.sql("""
                        update visits.task set done_at = now(), done_by = current_setting('pobach.actor')
                        where visit_id = ? and kind in ('interpreter', 'away') and done_at is null
                        """).param(visit).update();
    }

    /** Nobody is away any more from this visit. */
    void dropCall(UUID visit) {
        sql.sql("""
                        update visits.task set done_at = now(), done_by = current_setting('pobach.actor')
                        where visit_id = ? and kind = 'away' and done_at is null
                        """).param(visit).update();
    }

    boolean isOpen(Task.Kind kind, UUID visit) {
        return sql.sql("select exists (select from visits.task where kind = ? and visit_id = ? and done_at is null)")
                .params(kind.code(), visit)
                .query(Boolean.class)
                .single();
    }

    boolean isOpen(Task.Kind kind) {
        return sql.sql("select exists (select from visits.task where kind = ? and done_at is null)")
                .param(kind.code())
                .query(Boolean.class)
                .single();
    }

    /** Wishes and notes done before that instant, or due before it and never done; a task keeps no person once erased. */
    List<Task> toErase(Instant before) {
        return sql.sql("""
                        select * from visits.task
                        where (kind = 'wish' and person_id is not null or kind = 'note' and words is not null)
                          and coalesce(done_at, due + interval '1 day') < ?
                        order by due
                        """).param(Timestamp.from(before)).query(Tasks::task).list();
    }

    /** Its words and whose they were; with nobody to answer there is nothing left to do. */
    void erase(UUID id) {
        sql.sql("""
                        update visits.task set words = null, person_id = null, done_at = coalesce(done_at, now()),
                            done_by = coalesce(done_by, current_setting('pobach.actor'))
                        where id = ?
                        """).param(id).update();
    }

    private static Task task(ResultSet row, int number) throws SQLException {
        return new Task(
                row.getObject("id", UUID.class),
                Task.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getObject("visit_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("words"),
                row.getObject("due", LocalDate.class),
                row.getTimestamp("made_at").toInstant(),
                row.getObject("owner_id", UUID.class));
    }

    void forget(@Nullable UUID visit) {
        sql.sql("update visits.task set words = null where visit_id = ?")
                .param(visit)
                .update();
    }
}

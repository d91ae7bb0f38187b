package by.pobach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackupTests {
    /** All that makes a table hard to take back: a circle of keys, computed columns, identities, a trigger, odd text. */
    private static final String TRIAL = """
            create schema trial;
            create table trial.child (id bigint generated always as identity primary key, name text,
                shout text generated always as (upper(name)) stored, friend bigint references trial.child, note bytea);
            create table trial.adult (id int primary key, child bigint not null references trial.child);
            alter table trial.child add column adult int references trial.adult;
            create table trial."Odd name" ("a b" int, "select" text);
            create sequence trial.counter;
            create function trial.never() returns trigger language plpgsql as $$ begin raise 'append only'; end $$;
            create trigger kept before update or delete on trial.adult for each row execute function trial.never();
            create trigger kept_all before truncate on trial.adult for each statement execute function trial.never();
            alter table trial.child enable row level security;
            create policy none on trial.child using (false);
            """;

    private static final String ROWS = """
            insert into trial.child (name, note) select 'Алеся' || E'\\t\\n\\\\N "' || n, decode('00ff0a', 'hex')
              from generate_series(1, 500) n;
            update trial.child set friend = 501 - id where id <= 250;
            insert into trial.adult values (1, 7);
            update trial.child set adult = 1 where id = 7;
            insert into trial."Odd name" values (null, ''), (1, null), (1, null);
            select setval('trial.counter', 41);
            insert into jobs.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
              values ('letters', 'now', '2026-11-23 10:00:00.123456+03', false, 1);
            """;

    DatabaseAddress centre;
    Path data;
    Path file;

    @BeforeEach
    void a_centre_with_rows_and_a_key() throws Exception {
        centre = TestHouse.migratedDatabase();
        execute(centre, TRIAL);
        execute(centre, ROWS);
        data = TestHouse.temporaryFolder("data-");
        Keys.tokenKey(data);
        file = data.resolveSibling(data.getFileName() + ".zip");
    }

    @Test
    void what_comes_back_is_what_went() throws Exception {
        DatabaseAddress elsewhere = TestHouse.migratedDatabase();
        execute(elsewhere, TRIAL);
        execute(elsewhere, "insert into trial.child (name) values ('left over')");
        Path newData = TestHouse.temporaryFolder("data-");

        Backup.write(centre, data, file);
        Restore.read(file, elsewhere, newData, true);

        assertThat(sums(elsewhere)).isEqualTo(sums(centre)).hasSizeGreaterThan(10);
        assertThat(newData.resolve("keys/tokens.key")).hasSameBinaryContentAs(data.resolve("keys/tokens.key"));
        assertThat(text(elsewhere, "select nextval('trial.counter')")).isEqualTo("42");
        assertThat(text(elsewhere, "select shout from trial.child where id = 3"))
                .startsWith("АЛЕСЯ");
        assertThat(
                        text(
                                elsewhere,
                                "select count(*) from pg_constraint where conrelid::regclass::text like 'trial.%' and contype = 'f'"))
                .isEqualTo("3");
        assertThatThrownBy(() -> execute(elsewhere, "delete from trial.adult")).hasMessageContaining("append only");
    }

    @Test
    void an_empty_database_is_made_ready_first() throws Exception {
        execute(centre, "drop schema trial cascade");
        DatabaseAddress empty = TestHouse.freshDatabase();

        Backup.write(centre, data, file);
        Restore.read(file, empty, TestHouse.temporaryFolder("data-"), false);

        assertThat(text(empty, "select execution_time from jobs.scheduled_tasks"))
                .isEqualTo(text(centre, "select execution_time from jobs.scheduled_tasks"));
    }

    @Test
    void an_installation_with_data_is_not_overwritten_by_mistake() throws Exception {
        Backup.write(centre, data, file);

        assertThatThrownBy(() -> Restore.read(file, centre, data, false)).hasMessageContaining("--replace");
    }

    @Test
    void another_version_is_refused_and_nothing_changes() throws Exception {
        DatabaseAddress newer = TestHouse.migratedDatabase();
        execute(newer, TRIAL + "create table trial.new (id int); insert into trial.new values (1);");
        Backup.write(centre, data, file);

        assertThatThrownBy(() -> Restore.read(file, newer, data, true)).hasMessageContaining("another version");
        assertThat(text(newer, "select count(*) from trial.new")).isEqualTo("1");
    }

    @Test
    void a_damaged_file_is_refused_and_nothing_changes() throws Exception {
        DatabaseAddress elsewhere = TestHouse.migratedDatabase();
        execute(elsewhere, TRIAL + "insert into trial.child (name) values ('here')");
        Backup.write(centre, data, file);
        try (var zip = java.nio.file.FileSystems.newFileSystem(file)) {
            Path rows = zip.getPath("tables/trial.child.copy");
            Files.writeString(rows, Files.readString(rows).replaceFirst("Алеся", "Алена"));
        }

        assertThatThrownBy(() -> Restore.read(file, elsewhere, data, true)).hasMessageContaining("trial.child");
        assertThat(text(elsewhere, "select name from trial.child")).isEqualTo("here");
    }

    @Test
    void nobody_else_may_read_a_backup() throws Exception {
        Backup.write(centre, data, file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private static Map<String, String> sums(DatabaseAddress database) throws Exception {
        Map<String, String> sums = new TreeMap<>();
        try (Connection connection = database.connectAsOwner()) {
            BackupSession session = BackupSession.on(connection);
            for (BackupTable table : BackupTable.all(connection)) {
                RowSum sum = session.read(table, OutputStream.nullOutputStream());
                sums.put(table.name(), sum.rows() + " " + sum);
            }
        }
        return sums;
    }

    private static void execute(DatabaseAddress database, String sql) throws Exception {
        try (Connection connection = database.connectAsOwner()) {
            new BackupSession(connection).execute(sql);
        }
    }

    private static String text(DatabaseAddress database, String sql) throws Exception {
        try (Connection connection = database.connectAsOwner()) {
            return new BackupSession(connection).texts(sql).getFirst();
        }
    }
}

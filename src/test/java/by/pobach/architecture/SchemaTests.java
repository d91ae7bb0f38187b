package by.pobach.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.InTestHouse;
import by.pobach.TestHouse;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** One schema for one module, arrows between them as in the picture, and nobody reads another's tables. */
@SpringBootTest
@InTestHouse
class SchemaTests {
    /** What the house itself keeps beside its modules: migration histories, the clock work, extensions. */
    private static final Set<String> OF_THE_HOUSE = Set.of("flyway", "jobs", "public");

    private static final Pattern SQL = Pattern.compile(
            "(?is)^\\s*(select|insert|update|delete|with|create|alter|truncate|lock|merge|from|join|where|and)\\b.*");
    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*");
    private static final Pattern HOMELESS =
            Pattern.compile("(?i)create\\s+(?:unlogged\\s+)?table\\s+(?:if\\s+not\\s+exists\\s+)?(\\w+)\\b(?!\\.)");

    @TempDir
    Path scratch;

    @Autowired
    DataSource pool;

    @Test
    void foreign_keys_follow_the_arrows_of_the_house() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            assertThat(foreignKeys(connection)).isNotEmpty();
            assertThat(wrongForeignKeys(connection)).isEmpty();
        }
    }

    @Test
    void a_foreign_key_that_points_up_is_found() throws SQLException {
        try (Connection connection = fresh()) {
            run(connection, "create schema diary; create schema visits; create schema people");
            run(
                    connection,
                    "create table visits.visit (id int primary key); create table people.person (id int primary key)");
            run(
                    connection,
                    "create table diary.hold (held_for int references visits.visit, who int references people.person)");

            assertThat(wrongForeignKeys(connection)).containsExactly("diary.hold points to visits.visit");
        }
    }

    @Test
    void every_schema_is_the_one_of_its_module() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            assertThat(schemas(connection)).contains("diary", "people");
            assertThat(foreignSchemas(connection, House.real())).isEmpty();
        }
    }

    @Test
    void a_schema_of_nobody_is_found() throws SQLException {
        var house =
                Planted.in(scratch).with("diary/Diary.java", "class Diary {}").unbuilt();
        try (Connection connection = fresh()) {
            run(connection, "create schema diary; create schema common");

            assertThat(foreignSchemas(connection, house)).containsExactly("common");
        }
    }

    @Test
    void the_pool_owns_nothing() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            assertThat(rows(connection, "select current_user")).containsExactly("pobach_app");
            assertThat(ownedBy("pobach_app", connection)).isEmpty();
        }
    }

    @Test
    void what_a_role_owns_is_found() throws SQLException {
        try (Connection connection = fresh()) {
            run(connection, "create schema diary; create table diary.hold (id int)");
            String owner = rows(connection, "select current_user").first();

            assertThat(ownedBy(owner, connection)).contains("diary", "diary.hold");
        }
    }

    @Test
    void nobody_names_the_tables_of_another() {
        assertThat(statements(House.real())).hasSizeGreaterThan(5);
        assertThat(strangersTables(House.real())).isEmpty();
    }

    @Test
    void a_join_into_another_module_and_a_table_without_a_home_are_found() {
        var house = Planted.in(scratch)
                .with("people/package-info.java", "")
                .with("diary/package-info.java", "")
                .with("diary/migrations/V1__diary.sql", "-- see visits.visit\ncreate table diary.resource (id int);")
                .with("visits/migrations/V1__visits.sql", """
                        create table visits.visit (by_whom int references people.person);
                        create table visits.hold (id int references diary.resource);
                        create table note (id int);
                        create view visits.taken as select * from diary.hold;""")
                .with("visits/VisitTable.java", """
                        class VisitTable {
                            String key = "visits.title", other = "people.title";
                            String joined = \"""
                                    select v.id from visits.visit v
                                    join people.person p on p.id = v.by_whom\""";
                        }""")
                .unbuilt();

        assertThat(strangersTables(house))
                .containsExactly(
                        "visits/VisitTable.java:4 names people.person",
                        "visits/migrations/V1__visits.sql names diary.hold",
                        "visits/migrations/V1__visits.sql: table note has no schema");
    }

    @Test
    void figures_may_read_what_others_publish_and_nobody_else_may() {
        var house = Planted.in(scratch)
                .with("visits/package-info.java", "")
                .with("letters/package-info.java", "")
                .with("visits/migrations/R__published.sql", "create view visits.published_visit as select 1 as one")
                .with("figures/CountsTable.java", """
                        class CountsTable {
                            String joined = "select 1 from visits.published_visit v join letters.published_untold u on true";
                            String deeper = "select 1 from visits.published_visit v join visits.visit w on w.id = v.id";
                        }""")
                .with("desk/DeskTable.java", """
                        class DeskTable {
                            String joined = "select 1 from visits.published_visit";
                        }""")
                .unbuilt();

        assertThat(strangersTables(house))
                .containsExactly(
                        "desk/DeskTable.java:3 names visits.published_visit",
                        "figures/CountsTable.java:4 names visits.visit");
    }

    @Test
    void what_is_published_can_only_be_read() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            assertThat(published(connection)).contains("visits.published_visit SELECT");
            assertThat(published(connection)).allMatch(right -> right.endsWith(" SELECT"));
        }
    }

    @Test
    void what_is_published_and_can_be_changed_is_found() throws SQLException {
        try (Connection connection = fresh()) {
            run(connection, "create schema diary; create table diary.hold (id int); create role changer_of_views");
            run(connection, "create view diary.published_hold as select * from diary.hold");
            run(connection, "grant update on diary.published_hold to changer_of_views");

            assertThat(published(connection, "changer_of_views")).containsExactly("diary.published_hold UPDATE");
            run(connection, "drop view diary.published_hold; drop role changer_of_views");
        }
    }

    @Test
    void sql_that_points_up_is_found() {
        var house = Planted.in(scratch)
                .with("visits/package-info.java", "")
                .with("diary/migrations/V1__diary.sql", "create table diary.hold (id int references visits.visit)")
                .unbuilt();

        assertThat(strangersTables(house)).containsExactly("diary/migrations/V1__diary.sql names visits.visit");
    }

    private record Statement(String module, String where, String text, boolean migration) {}

    /** Whole migration files without their comments, and every text in Java that reads like SQL. */
    private static List<Statement> statements(House house) {
        var migrations = house.files(".sql").stream()
                .map(file -> new Statement(
                        house.moduleOf(file),
                        house.name(file),
                        COMMENT.matcher(house.read(file)).replaceAll(""),
                        true));
        var texts = Syntax.of(house).literals().stream()
                .filter(literal -> SQL.matcher(literal.text()).matches())
                .map(literal ->
                        new Statement(literal.module(), literal.file() + ":" + literal.line(), literal.text(), false));
        return Stream.concat(texts, migrations)
                .filter(statement -> !statement.module().isEmpty())
                .toList();
    }

    /**
     * A module's SQL names its own schema only. Three exceptions: a migration may reference along an arrow of the picture,
     * a row-level-security policy may ask {@code people.sees}, and figures may read the views that others publish.
     */
    private static List<String> strangersTables(House house) {
        var modules = house.modules();
        var found = new ArrayList<String>();
        for (Statement statement : statements(house)) {
            for (String other : modules) {
                if (!other.equals(statement.module())) {
                    boolean mayReference = statement.migration() && ModulesTests.mayCall(statement.module(), other);
                    boolean mayRead = statement.module().equals("figures") && !statement.migration();
                    String exceptions = (mayReference ? "(?<!references\\s)" : "")
                            + "\\b(?!(?:people|families)\\.sees\\b)"
                            + (mayRead ? "(?!\\w+\\.published_)" : "");
                    Pattern.compile("(?i)" + exceptions + "(?<![\\w.'])" + other + "\\.[a-z_]\\w*")
                            .matcher(statement.text())
                            .results()
                            .forEach(name -> found.add(statement.where() + " names " + name.group()));
                }
            }
            HOMELESS.matcher(statement.text()).results().forEach(table -> {
                found.add(statement.where() + ": table " + table.group(1) + " has no schema");
            });
        }
        return found;
    }

    private static TreeSet<String> foreignKeys(Connection connection) throws SQLException {
        return rows(connection, """
                select fs.nspname || '.' || f.relname || ' points to ' || ts.nspname || '.' || t.relname
                from pg_constraint c
                join pg_class f on f.oid = c.conrelid
                join pg_namespace fs on fs.oid = f.relnamespace
                join pg_class t on t.oid = c.confrelid
                join pg_namespace ts on ts.oid = t.relnamespace
                where c.contype = 'f'""");
    }

    private static List<String> wrongForeignKeys(Connection connection) throws SQLException {
        return foreignKeys(connection).stream()
                .filter(key -> {
                    String from = key.substring(0, key.indexOf('.'));
                    String to = key.replaceFirst(".* points to (\\w+)\\..*", "$1");
                    return !from.equals(to) && !ModulesTests.mayCall(from, to);
                })
                .toList();
    }

    private static TreeSet<String> schemas(Connection connection) throws SQLException {
        return rows(connection, """
                select nspname from pg_namespace
                where nspname not like 'pg\\_%' and nspname <> 'information_schema'""");
    }

    private static TreeSet<String> foreignSchemas(Connection connection, House house) throws SQLException {
        var schemas = schemas(connection);
        schemas.removeAll(house.modules());
        schemas.removeAll(OF_THE_HOUSE);
        return schemas;
    }

    /** Tables, schemas, and the role itself when no rule of the database can bind it. */
    private static TreeSet<String> ownedBy(String role, Connection connection) throws SQLException {
        return rows(connection, """
                select c.oid::regclass::text from pg_class c where pg_get_userbyid(c.relowner) = 'ROLE'
                union all
                select nspname from pg_namespace where pg_get_userbyid(nspowner) = 'ROLE'
                union all
                select rolname from pg_roles where rolname = 'ROLE' and (rolsuper or rolbypassrls)""".replace("ROLE", role));
    }

    /** Published views, each with what the pool may do with it. */
    private static TreeSet<String> published(Connection connection) throws SQLException {
        return published(connection, "pobach_app");
    }

    private static TreeSet<String> published(Connection connection, String role) throws SQLException {
        return rows(connection, """
                select table_schema || '.' || table_name || ' ' || privilege_type
                from information_schema.role_table_grants
                where table_name like 'published\\_%' and grantee = 'ROLE'""".replace("ROLE", role));
    }

    private static TreeSet<String> rows(Connection connection, String sql) throws SQLException {
        var rows = new TreeSet<String>();
        try (var statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** An empty database, as its owner. */
    private static Connection fresh() throws SQLException {
        URI address = URI.create(TestHouse.freshDatabaseUrl());
        String[] owner = address.getUserInfo().split(":", 2);
        String url = "jdbc:postgresql://" + address.getHost() + ":" + address.getPort() + address.getPath();
        return DriverManager.getConnection(url, owner[0], owner[1]);
    }
}

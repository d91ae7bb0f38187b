package by.pobach;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.zip.CRC32;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A fingerprint of all migrations of this build, kept in the database after they ran. While it is the same nothing can
 * be left to do, and a start saves the second that Flyway takes to find that out module by module.
 */
record MigrationMark(String text) {

    static MigrationMark ofThisBuild() {
        CRC32 sum = new CRC32();
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:by/pobach/**/*.sql");
            Arrays.sort(files, Comparator.comparing(Resource::toString));
            for (Resource file : files) {
                sum.update(String.valueOf(file.getFilename()).getBytes(StandardCharsets.UTF_8));
                sum.update(file.getContentAsByteArray());
            }
            return new MigrationMark("%d files, %08x".formatted(files.length, sum.getValue()));
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    boolean isOn(Statement statement) throws SQLException {
        return one(statement, "select to_regclass('flyway.mark') is not null")
                && one(statement, "select exists (select 1 from flyway.mark where build = '" + text + "')");
    }

    void put(Statement statement) throws SQLException {
        statement.execute("create table if not exists flyway.mark (build text not null)");
        statement.execute("delete from flyway.mark");
        statement.execute("insert into flyway.mark values ('" + text + "')");
    }

    private static boolean one(Statement statement, String question) throws SQLException {
        try (ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getBoolean(1);
        }
    }
}

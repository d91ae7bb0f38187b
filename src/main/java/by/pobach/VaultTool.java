package by.pobach;

import by.pobach.vault.MasterKeyset;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** {@code bin/vault}: puts another master key in place while the house runs, and lets old ones go. */
final class VaultTool {
    private final DatabaseAddress database;
    private final MasterKeyFile file;

    VaultTool(DatabaseAddress database, Path data) {
        this.database = database;
        this.file = MasterKeyFile.in(data);
    }

    public static void main(String[] arguments) {
        if (arguments.length != 1 || !List.of("status", "rotate", "drop").contains(arguments[0])) {
            System.err.println("bin/vault status | rotate | drop");
            System.exit(64);
        }
        Tool.run((installation, database) -> {
            VaultTool tool = new VaultTool(database, installation.data());
            System.out.println(
                    switch (arguments[0]) {
                        case "rotate" -> tool.rotate();
                        case "drop" -> tool.drop();
                        default -> tool.status();
                    });
        });
    }

    String status() throws SQLException, IOException {
        MasterKeyset keys = keys();
        StringBuilder text = new StringBuilder();
        for (long number : keys.ids()) {
            String use = number == keys.primary() ? "in use" : "old";
            text.append("master key %d: %s, %d keys of owners%n".formatted(number, use, owners(number)));
        }
        return text.toString().stripTrailing();
    }

    /** The file first: a node that meets the new number in the database finds it there. */
    String rotate() throws SQLException, IOException {
        MasterKeyset fresh = keys().rotated();
        file.replace(fresh);
        return """
                Master key %d is in use. Running nodes take it up within a minute and wrap the keys of owners anew.
                Keep a copy of %s apart now. bin/vault status shows how far it is; when the old key has no owners left,
                bin/vault drop lets it go.""".formatted(fresh.primary(), file.path());
    }

    /** Drops every old master key that wraps nothing any more. */
    String drop() throws SQLException, IOException {
        MasterKeyset keys = keys();
        Set<Long> dropped = new TreeSet<>();
        for (long number : keys.ids()) {
            if (number != keys.primary() && dropped(number)) {
                dropped.add(number);
            }
        }
        if (dropped.isEmpty()) {
            return "No master key can be dropped.%n%s".formatted(status());
        }
        for (long number : dropped) {
            keys = keys.without(number);
        }
        file.replace(keys);
        return "Dropped: %s. Backups made before the change need the old file: keep it as long as you keep them."
                .formatted(KeyWords.list(dropped));
    }

    /** Whoever wraps with it at this moment holds its row; we count when they are done. */
    private boolean dropped(long number) throws SQLException {
        try (Connection connection = database.connectAsOwner()) {
            connection.setAutoCommit(false);
            execute(connection, "insert into vault.master (id) values (?) on conflict do nothing", number);
            execute(connection, "select 1 from vault.master where id = ? for update", number);
            boolean free = owners(connection, number) == 0;
            if (free) {
                execute(connection, "update vault.master set dropped_at = now() where id = ?", number);
            }
            connection.commit();
            return free;
        }
    }

    private static void execute(Connection connection, String sql, long number) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, number);
            statement.execute();
        }
    }

    private long owners(long number) throws SQLException {
        try (Connection connection = database.connectAsOwner()) {
            return owners(connection, number);
        }
    }

    private static long owners(Connection connection, long number) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement("select count(*) from vault.key where master = ?")) {
            count.setLong(1, number);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private MasterKeyset keys() throws IOException, SQLException {
        try (Connection connection = database.connectAsOwner()) {
            return file.openOrMake(MasterKeyFile.needed(connection));
        }
    }
}

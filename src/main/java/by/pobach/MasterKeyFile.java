package by.pobach;

import by.pobach.vault.MasterKeyset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The file of the master key: made once, shared by the nodes, readable by the installation's account alone. */
record MasterKeyFile(Path path) {

    static MasterKeyFile in(Path data) {
        return new MasterKeyFile(data.resolve("keys").resolve("master.json"));
    }

    /** The numbers of the master keys without which something in this database could not be opened any more. */
    static Set<Long> needed(Connection connection) throws SQLException {
        Set<Long> numbers = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select distinct master from vault.key")) {
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
        }
        return numbers;
    }

    byte[] read() throws IOException {
        return Files.readAllBytes(path);
    }

    /** A new key only where nothing is sealed yet: beside sealed data it would open nothing and hide the loss. */
    MasterKeyset openOrMake(Set<Long> needed) {
        lacks(needed).ifPresent(reason -> {
            throw new CannotStart(reason);
        });
        try {
            Folders.makePrivate(Objects.requireNonNull(path.getParent()));
            byte[] known = Files.exists(path)
                    ? read()
                    : Folders.writePrivateOnce(path, MasterKeyset.fresh().toBytes());
            return MasterKeyset.of(known);
        } catch (IOException wrong) {
            throw new CannotStart("Cannot keep keys in " + path.getParent() + ": " + wrong.getMessage(), wrong);
        } catch (IllegalArgumentException damaged) {
            throw new CannotStart(KeyWords.damaged(path), damaged);
        }
    }

    /** What to say when keys that the data needs are not here; empty when all is well. */
    Optional<String> lacks(Set<Long> needed) {
        Set<Long> missing = new TreeSet<>(needed);
        try {
            missing.removeAll(MasterKeyset.of(read()).ids());
        } catch (IOException none) {
            // All of them are missing.
        } catch (IllegalArgumentException damaged) {
            return Optional.of(KeyWords.damaged(path));
        }
        return missing.isEmpty() ? Optional.empty() : Optional.of(KeyWords.missing(path, missing));
    }

    /** Itself, or what somebody laid beside it under a name like it before changing something. */
    boolean isCopy(Path file) {
        return Objects.equals(file.getParent(), path.getParent())
                && String.valueOf(file.getFileName()).startsWith("master");
    }

    /** What to say after a backup; empty while there is no key. */
    Optional<String> keepApart() {
        return Files.exists(path) ? Optional.of(KeyWords.keepApart(path)) : Optional.empty();
    }

    void replace(MasterKeyset keys) throws IOException {
        Folders.writePrivate(path, keys.toBytes());
    }
}

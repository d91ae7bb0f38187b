package by.pobach;

import by.pobach.vault.MasterKeys;
import by.pobach.vault.MasterKeyset;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The keys of the house: made once, in a folder that nodes share. */
@Configuration(proxyBeanMethods = false)
class Keys {
    private static final int BYTES = 32;

    /** Links in letters are computed with it; whoever loses it makes every link sent so far a dead one. Backups take it along. */
    @Bean
    static SecretKey tokenKey(@Value("${pobach.data}") Path data) {
        Path folder = data.resolve("keys");
        Path file = folder.resolve("tokens.key");
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        try {
            Folders.makePrivate(folder);
            byte[] key = Folders.writePrivateOnce(file, fresh);
            if (key.length != BYTES) {
                throw new CannotStart("The key file " + file + " is damaged: take it back from a backup.");
            }
            return new SecretKeySpec(key, "HmacSHA256");
        } catch (IOException wrong) {
            throw new CannotStart("Cannot keep keys in " + folder + ": " + wrong.getMessage(), wrong);
        }
    }

    /** Opens what families told; it never lies in the database or in a backup. Made at the first start. */
    @Bean
    @DependsOnDatabaseInitialization
    static MasterKeys masterKeys(@Value("${pobach.data}") Path data, DataSource database) {
        MasterKeyFile file = MasterKeyFile.in(data);
        try (Connection connection = database.getConnection()) {
            MasterKeyset keys = file.openOrMake(MasterKeyFile.needed(connection));
            return new MasterKeys(file::read, keys);
        } catch (SQLException lost) {
            throw new CannotStart("The database went away while the keys were checked: " + lost.getMessage(), lost);
        }
    }
}

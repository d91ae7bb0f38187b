package by.pobach;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The keys of the house: made once, in a folder that nodes may share and backups take along. */
@Configuration(proxyBeanMethods = false)
class Keys {
    private static final int BYTES = 32;

    /** Links in letters are computed with it; whoever loses it makes every link sent so far a dead one. */
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
}

package by.pobach;

import by.pobach.journal.Seal;
import by.pobach.journal.Signet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The key that signs the audit trail, beside the others: {@code audit.key} is secret, {@code audit.pub} holds a line for
 * each public key that was ever ours. Who wants a new key takes {@code audit.key} away and starts again.
 */
@Configuration(proxyBeanMethods = false)
class AuditKeys {

    @Bean
    static Signet signet(@Value("${pobach.data}") Path data) {
        Path folder = data.resolve("keys");
        Path file = secret(data);
        try {
            Folders.makePrivate(folder);
            String fresh = Files.exists(file) ? "" : String.join("\n", Signet.newPair()) + "\n";
            byte[] kept = Folders.writePrivateOnce(file, fresh.getBytes(StandardCharsets.UTF_8));
            List<String> pair = new String(kept, StandardCharsets.UTF_8).lines().toList();
            if (pair.size() != 2) {
                throw new IllegalArgumentException("not two lines");
            }
            return Signet.of(pair.getFirst(), known(folder.resolve("audit.pub"), pair.getLast()));
        } catch (IllegalArgumentException damaged) {
            throw new CannotStart(
                    "The key file " + file + ", or audit.pub beside it, is damaged. Take audit.pub back from a"
                            + " backup; take audit.key away, and a new one is made.");
        } catch (IOException wrong) {
            throw new CannotStart("Cannot keep keys in " + folder + ": " + wrong.getMessage(), wrong);
        }
    }

    static Path secret(Path data) {
        return data.resolve("keys").resolve("audit.key");
    }

    private static List<String> known(Path file, String today) throws IOException {
        if (!Files.exists(file)
                || !Files.readAllLines(file, StandardCharsets.UTF_8).contains(today)) {
            Files.write(file, List.of(today), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        return Files.readAllLines(file, StandardCharsets.UTF_8);
    }

    /** Enough to verify: the secret key may be elsewhere. */
    static Seal seal(Path data) throws IOException {
        Path file = data.resolve("keys").resolve("audit.pub");
        try {
            return Seal.of(Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of());
        } catch (IllegalArgumentException damaged) {
            throw new CannotStart("The key file " + file + " is damaged: take it back from a backup.");
        }
    }
}

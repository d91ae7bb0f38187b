package by.pobach.vault;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** Sends a text file to a house that has no page for it yet. */
public final class SendNow {
    private SendNow() {}

    /** True when it was kept. */
    public static boolean to(ApplicationContext house, UUID owner, String name, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        return house.getBean(Files.class).accept(new ByteArrayInputStream(content), name, owner)
                instanceof FileOutcome.Kept;
    }
}

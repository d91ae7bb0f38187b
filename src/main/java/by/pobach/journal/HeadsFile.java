package by.pobach.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The head of each block, a line each, outside the database: by it one knows that the newest block is gone. Copied to
 * another machine it knows more still.
 */
@Component
class HeadsFile {
    private static final Logger LOG = LoggerFactory.getLogger(HeadsFile.class);

    private final Path file;

    HeadsFile(@Value("${pobach.data}") Path data) {
        this.file = data.resolve(Verification.HEADS);
    }

    /** Never stops the sealing: without the line only the newest block is less guarded. */
    void add(Head head) {
        try {
            Files.write(
                    file,
                    List.of(head.line()),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.DSYNC);
        } catch (IOException full) {
            LOG.warn("Block {} is sealed, but {} did not take its line", head.number(), Verification.HEADS, full);
        }
    }
}

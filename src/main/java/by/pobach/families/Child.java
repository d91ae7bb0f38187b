package by.pobach.families;

import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A child or a young person, as the family calls them.
 *
 * @param born month of birth, when it was told; asked only because from some month on a young person decides
 */
public record Child(UUID id, String calledBy, @Nullable YearMonth born) {}

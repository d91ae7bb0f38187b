/**
 * Who read or wrote what is kept about a child, when and what for.
 *
 * <p>The door is {@link by.pobach.journal.Journal}: an entry is appended in the transaction of the act it tells of, so
 * that neither is ever there alone. An entry holds ids and words of a list, never a name or a text that somebody typed:
 * when a person or a child is erased, the fact that somebody looked stays and leads to nobody. The application may add and
 * read; it can neither change, remove nor date back.
 */
@ApplicationModule(allowedDependencies = {"web"})
@NullMarked
package by.pobach.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

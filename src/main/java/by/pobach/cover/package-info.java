/**
 * Somebody is away: whom it hits, who takes over, and who has been told.
 *
 * <p>The door is {@link by.pobach.cover.Covers}. A case begins with an absence in the diary, under the same id, and lists
 * the visits it hits, those first who must leave home first. Each visit is decided and changed in a transaction of its own
 * (by visits, which keep the promise); here stays who decided what, and who told whom. A case closes when everybody knows:
 * a sent letter is not knowing, an answer of the family or the word of a named colleague is.
 */
@ApplicationModule(allowedDependencies = {"web", "people", "places", "signin", "diary", "offers", "letters", "visits"})
@NullMarked
package by.pobach.cover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * A story for the child: what will happen on the day, one drawing and one sentence after the other, made from the facts of
 * the visit behind a link. On a screen, on a sheet of paper, as plain text; each also in easy words.
 *
 * <p>Owns no data and promises nothing: it asks the doors of visits, offers, people, places and equipment, and leaves out
 * what it does not know. It never says a surname, a need or anything about the child.
 */
@ApplicationModule(allowedDependencies = {"web", "people", "places", "equipment", "offers", "visits"})
@NullMarked
package by.pobach.story;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

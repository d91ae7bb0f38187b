/**
 * One-to-one visits: services, offers of a time, booking, moving, cancelling, and the desk's tasks about them.
 */
@ApplicationModule(allowedDependencies = {"web", "people", "places", "signin", "diary", "equipment", "letters", "calendar"})
@NullMarked
package by.pobach.visits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

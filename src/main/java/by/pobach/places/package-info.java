/**
 * The Centre as a place: its name and address, rooms with features, neighbours and floors, opening hours, holidays.
 */
@ApplicationModule(allowedDependencies = {"web"})
@NullMarked
package by.pobach.places;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

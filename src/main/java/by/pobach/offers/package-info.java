/**
 * What people can sign up for, and when: services, and the search for a time.
 *
 * <p>A {@link by.pobach.offers.Service} says who can hold it, where, for how long, and what it needs. A
 * {@link by.pobach.offers.Wish} adds what one person needs; {@link by.pobach.offers.Crews} turns it into teams of the
 * diary; {@link by.pobach.offers.Offers} finds times from memory alone; {@link by.pobach.offers.Alternatives} has the
 * nearest that differ in one thing, since "nothing free" is never the end. Promising a time is the work of visits.
 */
@ApplicationModule(allowedDependencies = {"web", "people", "places", "diary", "equipment"})
@NullMarked
package by.pobach.offers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

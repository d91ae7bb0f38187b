/**
 * One-to-one visits: booking, moving, cancelling, and what the desk owes people about them.
 *
 * <p>The door is {@link by.pobach.visits.Visits}. A booking is one transaction: what the visit takes is held in the diary,
 * the visit and its first step are kept, the letter is posted and the form's key is bound, or nothing happens. Refusals
 * are values of {@link by.pobach.visits.Outcome}. Somebody without an account holds a visit by its link; the database keeps
 * only the link's hash. Name and contact are erased some time after the visit ({@code Retention}).
 */
@ApplicationModule(
        allowedDependencies = {
            "web",
            "people",
            "places",
            "signin",
            "diary",
            "equipment",
            "offers",
            "letters",
            "calendar"
        })
@NullMarked
package by.pobach.visits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

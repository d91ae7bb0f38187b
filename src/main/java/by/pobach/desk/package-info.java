/**
 * The staff's first page: today, the week per person, room and device, what the desk owes people, and visits put in,
 * moved and cancelled for somebody on the phone. Owns no data: it asks the doors of visits, offers, letters and the diary.
 */
@ApplicationModule(
        allowedDependencies = {"web", "people", "places", "signin", "diary", "equipment", "offers", "visits", "letters"
        })
@NullMarked
package by.pobach.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Who and what is taken when: the one place that promises time.
 */
@ApplicationModule(allowedDependencies = {"web", "people", "places"})
@NullMarked
package by.pobach.diary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

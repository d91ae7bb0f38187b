/**
 * Writes RFC 5545 calendar files. Knows no domain words.
 */
@ApplicationModule(allowedDependencies = {"web"})
@NullMarked
package by.pobach.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

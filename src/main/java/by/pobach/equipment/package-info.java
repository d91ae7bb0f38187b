/**
 * The Centre's devices: models, items and their radio band. Registers each item in the diary.
 */
@ApplicationModule(allowedDependencies = {"web", "diary", "places"})
@NullMarked
package by.pobach.equipment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

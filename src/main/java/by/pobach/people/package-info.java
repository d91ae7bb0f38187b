/**
 * Who is here: the staff with their roles, and the person who books. No child records live here yet.
 */
@ApplicationModule(allowedDependencies = {"web"})
@NullMarked
package by.pobach.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * How a family comes in without a password: by a link that works once, or by a card from the desk.
 */
@ApplicationModule(allowedDependencies = {"web", "letters", "people", "signin"})
@NullMarked
package by.pobach.links;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Other programs that the Centre lets in: tokens for the interface, with scopes and an end.
 */
@ApplicationModule(allowedDependencies = {"web", "people", "signin"})
@NullMarked
package by.pobach.programs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

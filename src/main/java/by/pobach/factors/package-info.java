/**
 * What somebody has beside a password: the numbers of an app, spare codes, a passkey.
 */
@ApplicationModule(allowedDependencies = {"web", "letters", "vault", "people", "signin"})
@NullMarked
package by.pobach.factors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * How staff prove who they are: a password kept as Argon2id, a session kept in PostgreSQL.
 */
@ApplicationModule(allowedDependencies = {"web", "people"})
@NullMarked
package by.pobach.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

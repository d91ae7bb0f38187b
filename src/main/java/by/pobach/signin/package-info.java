/**
 * Who is signed in, under which hat: sessions kept in PostgreSQL, how often one may try, and the passwords of the staff, kept as
 * Argon2id. Other ways in ({@code links}, {@code factors}, {@code programs}) stand beside it and open their sessions here.
 */
@ApplicationModule(allowedDependencies = {"web", "people"})
@NullMarked
package by.pobach.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

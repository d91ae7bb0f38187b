/**
 * Posting a letter in the caller's transaction and getting it out of the house once. Knows no domain words.
 */
@ApplicationModule(allowedDependencies = {"web"})
@NullMarked
package by.pobach.letters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

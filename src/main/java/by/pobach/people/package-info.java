/**
 * Who is here: the staff with their roles, the persons who book, and the accounts of those who want one. Children and their
 * families are in {@code families}.
 */
@ApplicationModule(allowedDependencies = {"letters", "web"})
@NullMarked
package by.pobach.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

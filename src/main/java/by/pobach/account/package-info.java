/**
 * A family’s own visits: found by the contacts of its account, tied to a child, and so opened to whose work the child then is. Nobody
 * needs an account to have visits.
 */
@ApplicationModule(allowedDependencies = {"visits", "offers", "families", "consent", "people", "places", "web"})
@NullMarked
package by.pobach.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

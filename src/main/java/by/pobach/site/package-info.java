/**
 * The public face: home and prose pages.
 */
@ApplicationModule(allowedDependencies = {"web", "places", "visits"})
@NullMarked
package by.pobach.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

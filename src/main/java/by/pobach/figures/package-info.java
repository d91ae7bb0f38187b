/**
 * A week of the Centre in figures, for the director and the coordinators: who asked, who came, what we owe, how full the
 * days of specialists were. Each figure opens its rows and says beside it what is counted.
 *
 * <p>It owns no data and nobody calls it. It reads the views that modules publish for it ({@code <module>.published_…}) and
 * is the only one that may join them; names of people and services come through the doors. Figures are for the desk, where
 * everybody may see the rows anyway: they are too small to be published. Nobody is ranked: specialists stand in the order of
 * the alphabet.
 */
@ApplicationModule(allowedDependencies = {"web", "people", "places", "signin", "offers"})
@NullMarked
package by.pobach.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * The house as people meet it: a real app with the demo's Centre, a real browser, nothing replaced. {@link
 * by.pobach.journeys.EveryPageTests} looks at every page in every language, {@link by.pobach.journeys.LayoutTests} at every
 * page in the ways people look at it, and each {@code …JourneyTests} goes one way to its end.
 */
@NullMarked
package by.pobach.journeys;

import org.jspecify.annotations.NullMarked;

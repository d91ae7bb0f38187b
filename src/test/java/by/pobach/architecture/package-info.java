/**
 * The rules of the house, as tests. A rule is a function from a {@link by.pobach.architecture.House} to the sentences that
 * say who broke it; each is run on the real house, where it must be silent and must have looked at something, and on a
 * planted one, where it must speak.
 */
@NullMarked
package by.pobach.architecture;

import org.jspecify.annotations.NullMarked;

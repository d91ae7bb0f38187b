/**
 * The measuring of {@code bin/bench}: a load client in a process of its own, cheap enough to share two processors with what
 * it measures. Nothing here is a test and nothing is timed in a test.
 */
@NullMarked
package by.pobach.bench;

import org.jspecify.annotations.NullMarked;

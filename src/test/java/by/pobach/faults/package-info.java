/**
 * The promise under fire: two nodes, many clients, kills in the middle, and a checker that reads the history of calls and
 * the database and finds whoever was wronged. It must also find what a planted racy build does.
 */
@NullMarked
package by.pobach.faults;

import org.jspecify.annotations.NullMarked;

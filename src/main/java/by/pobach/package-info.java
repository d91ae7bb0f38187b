/**
 * The house itself: starts PostgreSQL and the application, keeps the keys, makes and takes back copies. No module
 * depends on this package; what modules must know they read as Spring properties {@code pobach.*}.
 */
@NullMarked
package by.pobach;

import org.jspecify.annotations.NullMarked;

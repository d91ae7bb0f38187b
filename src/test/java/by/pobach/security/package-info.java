/**
 * What the house promises against those who mean ill, each promise tried from outside or read from the code. The table of
 * promises is {@code docs/security/asvs.csv}.
 */
@NullMarked
package by.pobach.security;

import org.jspecify.annotations.NullMarked;

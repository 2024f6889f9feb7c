/** Whom advertising elsewhere may reach again, as a file that names nobody. */
@NullMarked
package dev.winback.audience;

import org.jspecify.annotations.NullMarked;

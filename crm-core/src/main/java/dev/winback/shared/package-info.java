/** What at least three packages use: money, time, named SQL, pages of rows, refusals. */
@NullMarked
package dev.winback.shared;

import org.jspecify.annotations.NullMarked;

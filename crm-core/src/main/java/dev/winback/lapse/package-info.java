/** The lapse: one loss of one customer, from opening to return. */
@NullMarked
package dev.winback.lapse;

import org.jspecify.annotations.NullMarked;

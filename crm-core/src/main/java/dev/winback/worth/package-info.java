/** Whom it pays to win back: chance, second life, cost, and the money that is left of them. */
@NullMarked
package dev.winback.worth;

import org.jspecify.annotations.NullMarked;

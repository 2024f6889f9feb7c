/** A manager's work with his people: visits, words on calls, written plans, figures of each. */
@NullMarked
package dev.winback.team;

import org.jspecify.annotations.NullMarked;

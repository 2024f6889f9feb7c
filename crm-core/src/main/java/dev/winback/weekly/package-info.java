/** The letter to each manager on Monday about the week before. */
@NullMarked
package dev.winback.weekly;

import org.jspecify.annotations.NullMarked;

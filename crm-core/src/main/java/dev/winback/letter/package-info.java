/** The ladder and its letters, from planned to sent. */
@NullMarked
package dev.winback.letter;

import org.jspecify.annotations.NullMarked;

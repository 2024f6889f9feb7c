/** One act upon many losses: in the background when there are many, with its undo. */
@NullMarked
package dev.winback.bulk;

import org.jspecify.annotations.NullMarked;

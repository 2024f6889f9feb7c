/** Reminders of carts and the other letters beside the ladder, as pages and files. */
@NullMarked
package dev.winback.web.prompt;

import org.jspecify.annotations.NullMarked;

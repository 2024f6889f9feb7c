/** What brings letters about beside silence and talk: carts, birthdays, news, our own faults. */
@NullMarked
package dev.winback.prompt;

import org.jspecify.annotations.NullMarked;

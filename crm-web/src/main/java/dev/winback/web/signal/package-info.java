/** Signals, their limits, and what people say of them, on pages and for scripts. */
@NullMarked
package dev.winback.web.signal;

import org.jspecify.annotations.NullMarked;

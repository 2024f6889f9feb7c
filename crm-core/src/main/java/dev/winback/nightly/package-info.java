/** The night: every step in order, once per day. */
@NullMarked
package dev.winback.nightly;

import org.jspecify.annotations.NullMarked;

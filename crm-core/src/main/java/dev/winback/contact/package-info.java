/** Calls, letters and visits as facts. */
@NullMarked
package dev.winback.contact;

import org.jspecify.annotations.NullMarked;

/** The nights: what ran, how long it took, and the button that runs one now. */
@NullMarked
package dev.winback.web.nightly;

import org.jspecify.annotations.NullMarked;

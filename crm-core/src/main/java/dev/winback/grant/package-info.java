/** Offers for one loss: asked for, decided, given, answered. */
@NullMarked
package dev.winback.grant;

import org.jspecify.annotations.NullMarked;

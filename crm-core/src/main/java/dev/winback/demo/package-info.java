/** The demo firm. */
@NullMarked
package dev.winback.demo;

import org.jspecify.annotations.NullMarked;

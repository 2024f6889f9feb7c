/** The way out of all letters, without login. */
@NullMarked
package dev.winback.web.unsubscribe;

import org.jspecify.annotations.NullMarked;

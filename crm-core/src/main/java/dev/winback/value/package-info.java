/** Rhythm, chance and worth: models of buying, fitted each night to the firm's own customers. */
@NullMarked
package dev.winback.value;

import org.jspecify.annotations.NullMarked;

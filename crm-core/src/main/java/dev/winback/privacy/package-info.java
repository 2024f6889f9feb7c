/**
 * What is kept of persons and for how long, what one of them is told, and that who was erased stays
 * so.
 */
@NullMarked
package dev.winback.privacy;

import org.jspecify.annotations.NullMarked;

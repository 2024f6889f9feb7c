/**
 * Whether what was done worked: treated against control, in a way that looking often cannot spoil.
 */
@NullMarked
package dev.winback.experiment;

import org.jspecify.annotations.NullMarked;

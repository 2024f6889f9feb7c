/** Coupons. */
@NullMarked
package dev.winback.offer;

import org.jspecify.annotations.NullMarked;

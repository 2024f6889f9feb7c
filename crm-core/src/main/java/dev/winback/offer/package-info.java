/** What can be offered, who may grant how much, and coupons. */
@NullMarked
package dev.winback.offer;

import org.jspecify.annotations.NullMarked;

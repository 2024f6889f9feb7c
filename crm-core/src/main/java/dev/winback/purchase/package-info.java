/** Purchases and refunds as facts. */
@NullMarked
package dev.winback.purchase;

import org.jspecify.annotations.NullMarked;

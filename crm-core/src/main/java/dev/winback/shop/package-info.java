/** Shops that are connected: their webhooks, and what they are asked for. */
@NullMarked
package dev.winback.shop;

import org.jspecify.annotations.NullMarked;

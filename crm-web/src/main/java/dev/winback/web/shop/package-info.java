/** Shops: their webhooks come in here, and the pages on which they are connected. */
@NullMarked
package dev.winback.web.shop;

import org.jspecify.annotations.NullMarked;

/** Facts that other systems send: purchases and contacts. */
@NullMarked
package dev.winback.web.purchase;

import org.jspecify.annotations.NullMarked;

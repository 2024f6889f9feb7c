/** Why a customer left: what is known of one loss, who says so, and what was looked at before. */
@NullMarked
package dev.winback.why;

import org.jspecify.annotations.NullMarked;

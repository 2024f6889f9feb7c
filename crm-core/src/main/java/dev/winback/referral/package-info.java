/** Whom customers brought. */
@NullMarked
package dev.winback.referral;

import org.jspecify.annotations.NullMarked;

/** Letters: the ladder, the lists of letters, coupons; pages and API. */
@NullMarked
package dev.winback.web.letter;

import org.jspecify.annotations.NullMarked;

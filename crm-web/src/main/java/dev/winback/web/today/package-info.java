/** Today: the rep's queue, the call card and its outcomes. */
@NullMarked
package dev.winback.web.today;

import org.jspecify.annotations.NullMarked;

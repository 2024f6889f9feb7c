/** Acts upon many losses, as pages and for scripts. */
@NullMarked
package dev.winback.web.bulk;

import org.jspecify.annotations.NullMarked;

/** Lists under a name, as pages and for scripts. */
@NullMarked
package dev.winback.web.view;

import org.jspecify.annotations.NullMarked;

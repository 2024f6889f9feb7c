/** Lists that members keep under a name. */
@NullMarked
package dev.winback.view;

import org.jspecify.annotations.NullMarked;

/** Why customers leave: the tree of reasons that every firm makes its own. */
@NullMarked
package dev.winback.reason;

import org.jspecify.annotations.NullMarked;

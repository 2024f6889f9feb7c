/** The tree of reasons as a setting. */
@NullMarked
package dev.winback.web.reason;

import org.jspecify.annotations.NullMarked;

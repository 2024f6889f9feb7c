/** Pages and REST of the feature. */
@NullMarked
package dev.winback.web.category;

import org.jspecify.annotations.NullMarked;

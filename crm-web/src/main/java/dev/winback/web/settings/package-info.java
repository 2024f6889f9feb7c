/** Pages and REST of the feature. */
@NullMarked
package dev.winback.web.settings;

import org.jspecify.annotations.NullMarked;

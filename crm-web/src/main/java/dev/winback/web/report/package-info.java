/** Pages and REST of the feature. */
@NullMarked
package dev.winback.web.report;

import org.jspecify.annotations.NullMarked;

/** Pages and REST of the feature. */
@NullMarked
package dev.winback.web.customer;

import org.jspecify.annotations.NullMarked;

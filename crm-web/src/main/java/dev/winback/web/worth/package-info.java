/** Pages of what a loss is worth and of what winning back costs. */
@NullMarked
package dev.winback.web.worth;

import org.jspecify.annotations.NullMarked;

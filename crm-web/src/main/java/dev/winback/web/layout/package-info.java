/** The shell that every page stands in. */
@NullMarked
package dev.winback.web.layout;

import org.jspecify.annotations.NullMarked;

/** What is found by its name from anywhere. */
@NullMarked
package dev.winback.web.palette;

import org.jspecify.annotations.NullMarked;

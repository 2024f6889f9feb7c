/** What is checked and done once, before the first request. */
@NullMarked
package dev.winback.web.start;

import org.jspecify.annotations.NullMarked;

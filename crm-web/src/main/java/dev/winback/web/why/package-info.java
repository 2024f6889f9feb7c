/** The page of one loss, and the questions to our own people. */
@NullMarked
package dev.winback.web.why;

import org.jspecify.annotations.NullMarked;

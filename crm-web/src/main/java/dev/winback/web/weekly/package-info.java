/** The letter on Monday in words, and its clock. */
@NullMarked
package dev.winback.web.weekly;

import org.jspecify.annotations.NullMarked;

/** The list of black marks. */
@NullMarked
package dev.winback.web.alarm;

import org.jspecify.annotations.NullMarked;

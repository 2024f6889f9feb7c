/** The fold over each customer's history and its rules. */
@NullMarked
package dev.winback.signal;

import org.jspecify.annotations.NullMarked;

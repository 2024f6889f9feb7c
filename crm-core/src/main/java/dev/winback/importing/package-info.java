/** Files of facts: reading, checking, staging, merging. */
@NullMarked
package dev.winback.importing;

import org.jspecify.annotations.NullMarked;

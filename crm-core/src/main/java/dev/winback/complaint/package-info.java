/** Complaints and what became of them. */
@NullMarked
package dev.winback.complaint;

import org.jspecify.annotations.NullMarked;

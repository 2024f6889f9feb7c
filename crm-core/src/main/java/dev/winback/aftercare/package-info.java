/** What comes after a return: planned contacts, testimonials, and care for good customers. */
@NullMarked
package dev.winback.aftercare;

import org.jspecify.annotations.NullMarked;

/** Customers who came back, and good customers: lists, files and settings of their care. */
@NullMarked
package dev.winback.web.aftercare;

import org.jspecify.annotations.NullMarked;

/** Customers, their persons, consents, channels and suppressions. */
@NullMarked
package dev.winback.customer;

import org.jspecify.annotations.NullMarked;

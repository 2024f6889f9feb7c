/** What was spent on returns and what it brought, over all of them. */
@NullMarked
package dev.winback.romi;

import org.jspecify.annotations.NullMarked;

/** Members of the firm, their roles and what each role may do. */
@NullMarked
package dev.winback.staff;

import org.jspecify.annotations.NullMarked;

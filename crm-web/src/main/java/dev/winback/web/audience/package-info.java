/** Audiences for advertising elsewhere. */
@NullMarked
package dev.winback.web.audience;

import org.jspecify.annotations.NullMarked;

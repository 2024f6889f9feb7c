/** Who did and read what. */
@NullMarked
package dev.winback.web.audit;

import org.jspecify.annotations.NullMarked;

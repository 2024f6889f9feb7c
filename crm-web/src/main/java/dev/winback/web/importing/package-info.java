/** Files of facts: loading them, watching them, getting rejected rows back. */
@NullMarked
package dev.winback.web.importing;

import org.jspecify.annotations.NullMarked;

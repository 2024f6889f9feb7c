/** Lapses on pages and for scripts. */
@NullMarked
package dev.winback.web.lapse;

import org.jspecify.annotations.NullMarked;

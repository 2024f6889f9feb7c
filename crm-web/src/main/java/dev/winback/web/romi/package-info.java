/** ROMI of all returns as a page, files and an answer. */
@NullMarked
package dev.winback.web.romi;

import org.jspecify.annotations.NullMarked;

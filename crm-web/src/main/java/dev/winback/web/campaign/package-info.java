/** Campaigns as pages, files and calls. */
@NullMarked
package dev.winback.web.campaign;

import org.jspecify.annotations.NullMarked;

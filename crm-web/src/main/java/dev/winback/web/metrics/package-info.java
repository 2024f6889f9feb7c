/** What a scraper is told of the product beside the figures of the machine. */
@NullMarked
package dev.winback.web.metrics;

import org.jspecify.annotations.NullMarked;

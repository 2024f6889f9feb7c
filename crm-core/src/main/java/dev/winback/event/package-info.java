/** What the firm or the world changed, and when: marks on the time axis of losses. */
@NullMarked
package dev.winback.event;

import org.jspecify.annotations.NullMarked;

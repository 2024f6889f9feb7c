/** What comes back of letters: returned ones, complaints, answers, and what readers did. */
@NullMarked
package dev.winback.inbox;

import org.jspecify.annotations.NullMarked;

/** What came back of letters, as a list for people; and what a provider of mail tells. */
@NullMarked
package dev.winback.web.inbox;

import org.jspecify.annotations.NullMarked;

/** What waits beside the calls: promises, letters, complaints, confirmations, the calendar. */
@NullMarked
package dev.winback.web.work;

import org.jspecify.annotations.NullMarked;

/** The built-in mailbox: what would have left the machine. */
@NullMarked
package dev.winback.web.mailbox;

import org.jspecify.annotations.NullMarked;

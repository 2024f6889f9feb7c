/** Pages of the addresses that are told what happens here. */
@NullMarked
package dev.winback.web.webhook;

import org.jspecify.annotations.NullMarked;

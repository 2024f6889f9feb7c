/** Other systems told what happens here: addresses, messages, and how they leave. */
@NullMarked
package dev.winback.webhook;

import org.jspecify.annotations.NullMarked;

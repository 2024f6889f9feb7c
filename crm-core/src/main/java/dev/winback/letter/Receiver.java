package dev.winback.letter;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A receiver of letters with its pace: letters a minute as a person wants it and as it is now
 * (null: no limit), until when it rests, its last complaint about us, and the letters that wait for
 * it.
 */
public record Receiver(
    String name,
    @Nullable Integer most,
    @Nullable BigDecimal now,
    @Nullable Instant restsUntil,
    @Nullable String reply,
    long waiting) {}

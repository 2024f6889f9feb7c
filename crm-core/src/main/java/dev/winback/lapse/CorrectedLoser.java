package dev.winback.lapse;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One correction of who lost a customer: by whom, from whom to whom (null: nobody knows), why. */
public record CorrectedLoser(
    Instant at,
    String by,
    @Nullable String was,
    @Nullable String became,
    @Nullable String reason,
    boolean undone) {}

package dev.winback.aftercare;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An occasion to talk to good customers, with how many contacts are open and done for it. */
public record Occasion(
    long id,
    String kind,
    String title,
    LocalDate startsOn,
    LocalDate endsOn,
    String audience,
    @Nullable String buyers,
    boolean firstAccess,
    long open,
    long done) {}

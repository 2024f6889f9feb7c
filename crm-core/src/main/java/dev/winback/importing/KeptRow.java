package dev.winback.importing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row that stayed when its run was taken back; the run that changed it since, if one did. */
public record KeptRow(
    String kind, String number, @Nullable Long byRun, @Nullable Instant changedAt) {}

package dev.winback.privacy;

import java.time.LocalDate;

/** How many rows of a class a night has taken. */
public record RetentionRow(LocalDate day, String kind, long rows) {}

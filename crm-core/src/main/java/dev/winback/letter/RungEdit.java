package dev.winback.letter;

import org.jspecify.annotations.Nullable;

/** What marketing may change of a rung; version null: whatever it is now. */
public record RungEdit(
    @Nullable Integer days, int percent, int couponDays, int control, @Nullable Long version) {}

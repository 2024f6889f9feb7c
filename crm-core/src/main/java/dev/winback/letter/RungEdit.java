package dev.winback.letter;

import org.jspecify.annotations.Nullable;

/**
 * What marketing may change of a rung; terms null: as they are; version null: whatever it is now.
 */
public record RungEdit(
    @Nullable Integer days,
    int percent,
    int couponDays,
    int control,
    @Nullable RungTerms terms,
    @Nullable Long version) {

  /** The terms stay as they are. */
  public RungEdit(
      @Nullable Integer days, int percent, int couponDays, int control, @Nullable Long version) {
    this(days, percent, couponDays, control, null, version);
  }
}

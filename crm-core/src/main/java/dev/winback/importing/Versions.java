package dev.winback.importing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When another system changed what it tells: the newest version of a record is the one kept. */
final class Versions {

  static final String COLUMN = "updated_at";

  private Versions() {}

  /**
   * Clocks and zones may be a day ahead. What is later is a mistake, and would make each true
   * version an older one until that day comes.
   */
  static @Nullable Instant of(Cells cells, Values values) {
    var told = values.momentOrNone(cells, COLUMN);
    var clock = values.clock();
    if (told != null && clock.day(told).isAfter(clock.today().plusDays(1))) {
      throw new BadCell(
          COLUMN, "future", Values.shown(cells.require(COLUMN)), clock.today().toString());
    }
    return told;
  }
}

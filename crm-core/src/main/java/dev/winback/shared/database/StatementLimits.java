package dev.winback.shared.database;

import dev.winback.shared.Settings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a statement of one kind of work may wait for a lock and how long it may take; nothing is
 * without end.
 */
record StatementLimits(Duration lock, Duration statement) {

  static final StatementLimits NONE = new StatementLimits(Duration.ZERO, Duration.ZERO);

  /** The server gives up first, so that its connection stays whole. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  static StatementLimits of(@Nullable Foreground kind, Settings.Database set) {
    if (kind == null) {
      return NONE;
    }
    return new StatementLimits(
        set.lockLimit(), kind == Foreground.LOOK ? set.pageLimit() : set.requestLimit());
  }

  /** How long the driver waits for a word of the server, in milliseconds; 0 leaves it as it is. */
  int network() {
    return statement.isZero() ? 0 : Math.toIntExact(statement.plus(GRACE).toMillis());
  }
}

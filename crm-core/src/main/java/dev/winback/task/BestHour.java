package dev.winback.task;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/**
 * The hour in which a customer was there most often when we called, by his own clock, over the last
 * year: how many calls in it reached him, and of how many.
 */
public record BestHour(int hour, int reached, int calls) {

  /** One talk is no habit. */
  private static final int LEAST_TALKS = 2;

  private static final Comparator<BestHour> BEST =
      Comparator.comparingInt(BestHour::reached)
          .thenComparing(BestHour::calls, Comparator.reverseOrder())
          .thenComparing(BestHour::hour, Comparator.reverseOrder());

  public LocalTime from() {
    return LocalTime.of(hour, 0);
  }

  public LocalTime until() {
    return from().plusHours(1);
  }

  /**
   * Learned from calls in seconds of the epoch, below zero those that did not reach him; null: from
   * too few.
   */
  static @Nullable BestHour of(Long[] calls, ZoneId zone) {
    var hours = new HashMap<Integer, BestHour>();
    int talks = 0;
    for (long call : calls) {
      int reached = call > 0 ? 1 : 0;
      int hour = Instant.ofEpochSecond(Math.abs(call)).atZone(zone).getHour();
      hours.merge(hour, new BestHour(hour, reached, 1), BestHour::and);
      talks += reached;
    }
    return talks < LEAST_TALKS ? null : hours.values().stream().max(BEST).orElse(null);
  }

  private BestHour and(BestHour other) {
    return new BestHour(hour, reached + other.reached, calls + other.calls);
  }
}

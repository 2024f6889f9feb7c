package dev.winback.signal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * DET-08: late against the customer's own mean gap between purchase days (rules.md, "opening"):
 * late when silent for more than 1.5 gaps and at least 14 days, lost when silent for 3 gaps.
 */
record Late(Limits limits) implements Rule {

  @Override
  public @Nullable Evidence see(History history, LocalDate day) {
    if (history.purchases().size() < limits.latePurchases() || history.gaps() == 0) {
      return null;
    }
    // the first day that is more than the multiple, computed without rounding the mean first
    var late = 1 + times(limits.lateTimes(), history, RoundingMode.FLOOR);
    var since = history.last().day().plusDays(Math.max(late, limits.lateDays()));
    return day.isBefore(since) ? null : evidence(history, since);
  }

  private Evidence evidence(History history, LocalDate since) {
    var lost = history.last().day();
    lost = lost.plusDays(times(limits.lostTimes(), history, RoundingMode.CEILING));
    return new Evidence(
        SignalKind.LATE,
        since,
        lost.isBefore(since) ? since : lost,
        Map.of(
            "purchases", history.purchases().size(),
            "rhythm", Objects.requireNonNull(Value.rhythm(history)),
            "limit", limits.lateTimes()));
  }

  private static long times(BigDecimal times, History history, RoundingMode rounding) {
    return times
        .multiply(BigDecimal.valueOf(history.span()))
        .divide(BigDecimal.valueOf(history.gaps()), 0, rounding)
        .longValueExact();
  }
}

package dev.winback.signal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Patience where too little is known for a model (rules.md, "opening"): late when silent for more
 * than 1.5 of the customer's own mean gaps, lost when silent for 3.
 */
record OwnGap(Limits limits) implements Patience {

  @Override
  public @Nullable Verdict of(History history) {
    if (history.visits() < limits.latePurchases()) {
      return null;
    }
    var last = history.last().day();
    // the first day that is more than the multiple, computed without rounding the mean first
    long late = 1 + times(limits.lateTimes(), history, RoundingMode.FLOOR);
    long lost = times(limits.lostTimes(), history, RoundingMode.CEILING);
    return new Verdict(
        last.plusDays(late),
        last.plusDays(lost),
        Map.of(
            "basis", "own-gap",
            "visits", history.visits(),
            "rhythm", Objects.requireNonNull(Value.rhythm(history)),
            "limit", limits.lateTimes()));
  }

  /** Days in so many of the customer's mean gaps. */
  static long times(BigDecimal times, History history, RoundingMode rounding) {
    return times
        .multiply(BigDecimal.valueOf(history.span()))
        .divide(BigDecimal.valueOf(history.gaps()), 0, rounding)
        .longValueExact();
  }
}

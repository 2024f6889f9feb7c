package dev.winback.signal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * DET-05, the fourth sign: still buys, but much less than his own norm. Either the two last visits
 * were both below a share of his median visit before them, or the 90 days up to his last visit
 * brought less than that share of the same 90 days a year before (science.md, "When is a customer
 * lost"). Whoever is silent for three of his gaps, or late, does not buy less: he does not buy.
 */
record VolumeDrop(Limits limits, String firmCurrency) implements Rule {

  private static final int WINDOW = 90;

  /** Visits in a window that make a norm of it. */
  private static final int YEARLY_VISITS = 6;

  @Override
  public SignalKind kind() {
    return SignalKind.VOLUME_DROP;
  }

  @Override
  public @Nullable Evidence see(History history, LocalDate day) {
    if (history.visits() < limits.volumePurchases() + 2 || gone(history, day)) {
      return null;
    }
    var currency = Value.currency(history, firmCurrency);
    var visits = Visits.of(history, currency);
    if (visits.size() < limits.volumePurchases() + 2) {
      return null;
    }
    var small = twoSmall(visits);
    var drop = small != null ? small : lessThanAYearAgo(visits);
    return drop == null ? null : drop.with("currency", currency);
  }

  /** Silent for so long that he does not "still buy", also where his silence is no loss yet. */
  private boolean gone(History history, LocalDate day) {
    long most = OwnGap.times(limits.lostTimes(), history, RoundingMode.CEILING);
    return ChronoUnit.DAYS.between(history.last().day(), day) >= most;
  }

  private @Nullable Evidence twoSmall(Visits visits) {
    int n = visits.size();
    long norm = median(visits, n - 2);
    long larger = Math.max(visits.cents(n - 1), visits.cents(n - 2));
    return below(larger, norm)
        ? Evidence.weak(kind(), visits.day(n - 1), figures("visits", larger, norm))
        : null;
  }

  private static long median(Visits visits, int first) {
    var sums = new long[first];
    for (int i = 0; i < first; i++) {
      sums[i] = visits.cents(i);
    }
    Arrays.sort(sums);
    return (sums[(first - 1) / 2] + sums[first / 2]) / 2;
  }

  private @Nullable Evidence lessThanAYearAgo(Visits visits) {
    if (visits.size() < YEARLY_VISITS) {
      return null;
    }
    var last = visits.day(visits.size() - 1);
    long now = visits.sum(last.minusDays(WINDOW - 1), last);
    var then = last.minusYears(1);
    long before = visits.sum(then.minusDays(WINDOW - 1), then);
    return below(now, before) ? Evidence.weak(kind(), last, figures("year", now, before)) : null;
  }

  private boolean below(long cents, long norm) {
    return cents * 100 < norm * limits.volumeShare();
  }

  private static Map<String, Object> figures(String against, long cents, long norm) {
    var figures = new LinkedHashMap<String, Object>();
    figures.put("against", against);
    figures.put("amount", Cents.text(cents));
    figures.put("norm", Cents.text(norm));
    figures.put(
        "drop",
        100
            - BigDecimal.valueOf(cents * 100)
                .divide(BigDecimal.valueOf(norm), 0, RoundingMode.HALF_UP)
                .intValue());
    return figures;
  }
}

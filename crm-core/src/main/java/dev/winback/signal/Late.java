package dev.winback.signal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * DET-08: late against the customer's own rhythm, and never before so many days. A rhythm that is
 * not his own yet, because he bought too rarely, is a reason to watch and opens no lapse.
 */
record Late(Limits limits, Patience patience) implements Rule {

  @Override
  public SignalKind kind() {
    return SignalKind.LATE;
  }

  @Override
  public @Nullable Evidence see(History history, LocalDate day) {
    if (history.silentDays(day) < limits.lateDays()) {
      return null;
    }
    var verdict = patience.of(history);
    if (verdict == null || day.isBefore(verdict.late())) {
      return null;
    }
    var earliest = history.last().day().plusDays(limits.lateDays());
    var since = later(verdict.late(), earliest);
    boolean own = history.visits() >= limits.latePurchases();
    return new Evidence(
        kind(), since, own ? later(verdict.lost(), since) : null, verdict.figures());
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}

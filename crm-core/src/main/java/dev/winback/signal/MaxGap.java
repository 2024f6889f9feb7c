package dev.winback.signal;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * DET-09: customers of this kind must order within so many days; when the time has passed somebody
 * asks why. Lost with the class of lost customers, as in {@link Silent}.
 */
record MaxGap(Limits limits) implements Rule {

  @Override
  public SignalKind kind() {
    return SignalKind.MAX_GAP;
  }

  @Override
  public @Nullable Evidence see(History history, LocalDate day) {
    var most = limits.maxGap();
    if (most == null || history.silentDays(day) <= most) {
      return null;
    }
    var last = history.last().day();
    var lost = last.plusDays(Math.max(limits.lostClass(), most + 1));
    return new Evidence(kind(), last.plusDays(most + 1), lost, Map.of("limit", most));
  }
}

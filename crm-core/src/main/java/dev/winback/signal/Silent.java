package dev.winback.signal;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** DET-06: days since the last purchase in classes; the class is the largest limit reached. */
record Silent(Limits limits) implements Rule {

  @Override
  public SignalKind kind() {
    return SignalKind.SILENT;
  }

  @Override
  public @Nullable Evidence see(History history, LocalDate day) {
    int reached = reached(history.silentDays(day));
    if (reached == 0) {
      return null;
    }
    var last = history.last().day();
    return new Evidence(
        kind(),
        last.plusDays(reached),
        last.plusDays(limits.lostClass()),
        Map.of("class", reached));
  }

  private int reached(long silentDays) {
    int reached = 0;
    for (int limit : limits.classes()) {
      if (silentDays >= limit) {
        reached = limit;
      }
    }
    return reached;
  }
}

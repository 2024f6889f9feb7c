package dev.winback.signal;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * DET-03, the second sign: so many requests in a row without a purchase; a purchase begins the
 * count anew.
 */
record RequestsWithoutPurchase(Limits limits) implements Rule {

  @Override
  public SignalKind kind() {
    return SignalKind.REQUESTS_WITHOUT_PURCHASE;
  }

  @Override
  public boolean ofProspects() {
    return true;
  }

  @Override
  public @Nullable Evidence see(History history, LocalDate day) {
    var asked =
        history.sinceLastPurchase().stream()
            .filter(h -> h.kind() == Happening.Kind.REQUEST)
            .map(Happening::day)
            .toList();
    if (asked.size() < limits.requestsWithoutPurchase()) {
      return null;
    }
    return Evidence.weak(
        kind(),
        asked.get(limits.requestsWithoutPurchase() - 1),
        Map.of("requests", asked.size(), "lastRequest", asked.get(asked.size() - 1).toString()));
  }
}

package dev.winback.signal;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** DET-14: he said himself that he ends it and has not bought since; lost from that day on. */
record Ended() implements Rule {

  @Override
  public SignalKind kind() {
    return SignalKind.ENDED;
  }

  @Override
  public @Nullable Evidence see(History history, LocalDate day) {
    return history.sinceLastPurchase().stream()
        .filter(h -> h.kind() == Happening.Kind.ENDED)
        .findFirst()
        .map(said -> new Evidence(kind(), said.day(), said.day(), Map.of()))
        .orElse(null);
  }
}

package dev.winback.signal;

import dev.winback.shared.Money;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** Compares the fold under other limits with what is stored. */
final class Simulating {

  /** Who shows a signal at present; what is left of it at the end would be removed. */
  private final Map<Long, Money> stored;

  private final Map<String, BigDecimal> money = new TreeMap<>();
  private int added;

  Simulating(Map<Long, Money> stored) {
    this.stored = stored;
  }

  void see(Folded folded) {
    var value = folded.value();
    if (value == null || !folded.loss() || stored.remove(folded.history().customer()) != null) {
      return;
    }
    added++;
    money.merge(value.currency(), value.year(), BigDecimal::add);
  }

  Simulation result() {
    stored.values().forEach(m -> money.merge(m.currency(), m.amount().negate(), BigDecimal::add));
    return new Simulation(
        added,
        stored.size(),
        money.entrySet().stream().map(e -> new Money(e.getValue(), e.getKey())).toList());
  }
}

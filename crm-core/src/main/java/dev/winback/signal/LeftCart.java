package dev.winback.signal;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * DET-11: the newest cart that became no order, because its things were left in it or taken out;
 * forgotten after so many days.
 */
record LeftCart(Limits limits) implements Rule {

  private static final int ORDERED = 1;
  private static final int EMPTIED = 2;

  @Override
  public SignalKind kind() {
    return SignalKind.CART;
  }

  @Override
  public boolean ofProspects() {
    return true;
  }

  @Override
  public @Nullable Evidence see(History history, LocalDate day) {
    var newest = history.all(Happening.Kind.CART).reduce((before, after) -> after).orElse(null);
    if (newest == null
        || newest.detail() == ORDERED
        || history.boughtFrom(newest)
        || day.isAfter(newest.day().plusDays(limits.cartDays()))) {
      return null;
    }
    var state = newest.detail() == EMPTIED ? "emptied" : "left";
    return Evidence.weak(kind(), newest.day(), Map.of("state", state));
  }
}

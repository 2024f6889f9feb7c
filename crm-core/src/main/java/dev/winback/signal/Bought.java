package dev.winback.signal;

import dev.winback.purchase.PurchaseRow;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A counting purchase on its day in the firm's zone; net of refunds. */
record Bought(long id, LocalDate day, BigDecimal net, String currency) {

  static Bought of(PurchaseRow purchase, LocalDate day) {
    return new Bought(
        purchase.id(), day, BigDecimal.valueOf(purchase.net(), 2), purchase.currency());
  }
}

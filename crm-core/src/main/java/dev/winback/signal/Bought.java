package dev.winback.signal;

import dev.winback.purchase.PurchaseRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** A counting purchase, on its day in the firm's zone; net of refunds, in hundredths. */
record Bought(long id, Instant at, LocalDate day, long cents, String currency) {

  static Bought of(PurchaseRow purchase, LocalDate day) {
    return new Bought(purchase.id(), purchase.at(), day, purchase.net(), purchase.currency());
  }

  BigDecimal net() {
    return BigDecimal.valueOf(cents, 2);
  }
}

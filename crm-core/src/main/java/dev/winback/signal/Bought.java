package dev.winback.signal;

import dev.winback.purchase.PurchaseRow;
import dev.winback.shared.BinaryColumns;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A counting purchase, on its day in the firm's zone; net of refunds, in hundredths. Its moment is
 * kept as it came, because few are ever looked at.
 */
record Bought(long micros, LocalDate day, long cents, String currency) {

  static Bought of(PurchaseRow purchase, LocalDate day) {
    return new Bought(purchase.micros(), day, purchase.net(), purchase.currency());
  }

  Instant at() {
    return BinaryColumns.moment(micros);
  }

  BigDecimal net() {
    return BigDecimal.valueOf(cents, 2);
  }
}

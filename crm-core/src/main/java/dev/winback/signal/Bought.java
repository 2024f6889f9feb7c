package dev.winback.signal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** A counting purchase, on its day in the firm's zone; net of refunds, in hundredths. */
record Bought(long id, Instant at, LocalDate day, long cents, String currency) {

  BigDecimal net() {
    return BigDecimal.valueOf(cents, 2);
  }
}

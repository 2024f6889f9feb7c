package dev.winback.purchase;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Takes purchases one by one in the order of customer, time and id; {@code net} is the amount
 * without what was refunded. A sink collects and does not use the database: the connection is busy
 * with the stream, and a statement on it would wait for ever.
 */
@FunctionalInterface
public interface PurchaseSink {

  void row(
      long customer,
      long purchaseId,
      Instant at,
      BigDecimal net,
      String currency,
      boolean counting);
}

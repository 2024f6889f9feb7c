package dev.winback.report;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A VIP of a month; {@code number} is his place, {@code value} what he brought by the criterion.
 */
public record VipRow(
    long number,
    long id,
    String ref,
    String name,
    @Nullable String city,
    BigDecimal value,
    BigDecimal paid,
    BigDecimal used,
    int purchases,
    long units,
    String currency,
    boolean erased) {

  VipRow at(long place) {
    return new VipRow(
        place, id, ref, name, city, value, paid, used, purchases, units, currency, erased);
  }
}

package dev.winback.grant;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An offer in a list: what was asked for and what was granted, money in the currency, the margin of
 * a usual first order that is left; words only for who may read notes.
 */
public record GrantRow(
    long id,
    long lapse,
    String ref,
    String customer,
    String kind,
    @Nullable String plus,
    int askedPercent,
    int percent,
    BigDecimal askedFixed,
    BigDecimal fixed,
    @Nullable BigDecimal debt,
    int prepaid,
    @Nullable BigDecimal orderMean,
    BigDecimal floorPercent,
    @Nullable BigDecimal cost,
    @Nullable BigDecimal marginAfter,
    String currency,
    String state,
    @Nullable String reason,
    @Nullable String note,
    @Nullable String word,
    String askedBy,
    OffsetDateTime askedAt,
    @Nullable String decidedBy,
    @Nullable OffsetDateTime decidedAt,
    @Nullable String givenBy,
    @Nullable OffsetDateTime givenAt,
    @Nullable LocalDate answerBy,
    @Nullable LocalDate validUntil,
    @Nullable String coupon) {

  /** Less than was asked for. */
  public boolean smaller() {
    return percent < askedPercent || fixed.compareTo(askedFixed) < 0;
  }

  /** Percent of the order that is left as margin; null: no order is known. */
  public @Nullable BigDecimal marginPercent() {
    return marginAfter == null || orderMean == null
        ? null
        : marginAfter.movePointRight(2).divide(orderMean, 1, java.math.RoundingMode.HALF_UP);
  }
}

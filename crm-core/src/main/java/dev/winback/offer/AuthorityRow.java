package dev.winback.offer;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The limits of one rep; null: as for every rep. Money in the firm's currency. */
public record AuthorityRow(
    long member,
    String login,
    String name,
    @Nullable Integer percent,
    @Nullable BigDecimal money,
    @Nullable BigDecimal month) {

  OfferLimits over(OfferLimits firm) {
    return new OfferLimits(
        percent == null ? firm.percent() : percent,
        money == null ? firm.money() : money,
        month == null ? firm.month() : month);
  }
}

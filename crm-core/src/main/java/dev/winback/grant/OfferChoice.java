package dev.winback.grant;

import dev.winback.offer.OfferKind;
import dev.winback.shared.Sentence;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One kind as it would be given for a loss: percent, cost and the margin left of a usual first
 * order in the firm's currency, why a manager must be asked, why nobody may give it, and the firm's
 * own results; null: none.
 */
public record OfferChoice(
    OfferKind kind,
    boolean fits,
    int percent,
    @Nullable BigDecimal cost,
    @Nullable BigDecimal marginAfter,
    @Nullable Sentence asks,
    @Nullable Sentence against,
    @Nullable OwnResult own) {

  /** The member may give it now. */
  public boolean given() {
    return fits && asks == null && against == null;
  }

  /** How a call names it. */
  public String code() {
    return percent == 0 ? kind.code() : kind.code() + ":" + percent;
  }
}

package dev.winback.grant;

import dev.winback.offer.OfferLimits;
import dev.winback.offer.OfferRules;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be offered for one loss: the best first; the order is a usual one of his, money in the
 * currency; limits of null: the member asks nobody; a no of before {@code since} is no news.
 */
public record OfferChoices(
    boolean open,
    @Nullable String problem,
    @Nullable BigDecimal order,
    BigDecimal marginPercent,
    String currency,
    OfferRules rules,
    @Nullable OfferLimits limits,
    BigDecimal booked,
    DebtRule debtRule,
    List<OfferChoice> choices,
    List<GrantRow> given,
    Instant since) {

  private static final int BEST = 4;

  /** At hand on the spot. */
  public List<OfferChoice> now() {
    return choices.stream().filter(OfferChoice::given).toList();
  }

  /** The best of them for the card of a call, where nothing more is asked. */
  public List<OfferChoice> atOnce() {
    return now().stream().filter(choice -> !choice.kind().needsPlus()).limit(BEST).toList();
  }

  /** With a manager's yes. */
  public List<OfferChoice> byAsking() {
    return choices.stream()
        .filter(choice -> choice.fits() && choice.against() == null && choice.asks() != null)
        .toList();
  }

  /** Not for him: beside the reason, or beyond what anybody may give. */
  public List<OfferChoice> not() {
    return choices.stream().filter(c -> !c.fits() || c.against() != null).toList();
  }

  /** Approved, and to be told to the customer. */
  public List<GrantRow> approved() {
    return given.stream().filter(row -> row.state().equals("approved")).toList();
  }

  /** A manager said no, and why, not long ago. */
  public List<GrantRow> refused() {
    return given.stream()
        .filter(row -> row.state().equals("refused"))
        .filter(row -> row.decidedAt() != null && row.decidedAt().toInstant().isAfter(since))
        .toList();
  }

  /** What is left of the month; null: the member asks nobody. */
  public @Nullable BigDecimal left() {
    return limits == null ? null : limits.month().subtract(booked).max(BigDecimal.ZERO);
  }
}

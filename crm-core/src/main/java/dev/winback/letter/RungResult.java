package dev.winback.letter;

import dev.winback.worth.Increment;
import dev.winback.worth.Romi;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one rung brought (MEA-06), rung null: all of the ladder: the figures of a period and of the
 * one {@code before} it, and, of all days, what came beyond those kept back ({@code increment}).
 */
public record RungResult(
    @Nullable Integer rung,
    RungFigures now,
    RungFigures before,
    Increment increment,
    BigDecimal letterCost,
    BigDecimal marginPercent) {

  /** Both arms have somebody. */
  public boolean comparable() {
    return increment.comparable();
  }

  /** Together with another one; what both brought is found from their days. */
  RungResult plus(RungResult other, Increment together) {
    return new RungResult(
        null, now.plus(other.now), before.plus(other.before), together, letterCost, marginPercent);
  }

  /** Of the letters of the period and their used coupons. */
  public BigDecimal cost() {
    return now.cost(letterCost);
  }

  /** As {@link #cost}, of the period before. */
  public BigDecimal costBefore() {
    return before.cost(letterCost);
  }

  /** Of all that was bought after the letters of the period, with what would have come anyway. */
  public BigDecimal margin() {
    return Romi.margin(now.revenue(), marginPercent);
  }

  /** In percent, what it is at most: of all that was bought; null without cost. */
  public @Nullable Long most() {
    return new Romi(margin(), cost()).percent();
  }
}

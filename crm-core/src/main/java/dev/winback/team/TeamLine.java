package dev.winback.team;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one rep did in a period, with the size of the base beside each share: {@code lost} of {@code
 * base} customers, {@code inherited} of them lost soon after he got them; attempts and talks by
 * telephone; promises whose day is over; returned losses of his and what they paid in the firm's
 * currency since.
 */
public record TeamLine(
    String login,
    String name,
    String seniority,
    @Nullable String region,
    long customers,
    long base,
    long lost,
    long inherited,
    long open,
    long attempts,
    long talks,
    long kept,
    long broken,
    long returned,
    BigDecimal money) {

  /** From 0 to 1; nobody to lose is no share. */
  public double lostShare() {
    return base == 0 ? 0 : (double) lost / base;
  }
}

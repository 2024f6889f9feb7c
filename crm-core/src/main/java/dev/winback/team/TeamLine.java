package dev.winback.team;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one of the staff did in a period (CAL-38), with the size of the base beside each share:
 * {@code losers} of {@code base} customers by {@code lost} losses, {@code inherited} of them soon
 * after he got them; attempts and talks by telephone, appointments and offers of them; promises
 * whose day is over; returns to his credit, their first orders in the firm's currency and his share
 * (CAL-35).
 */
public record TeamLine(
    String login,
    String name,
    boolean active,
    String seniority,
    @Nullable String region,
    long customers,
    long base,
    long lost,
    long losers,
    long inherited,
    long open,
    long attempts,
    long talks,
    long kept,
    long broken,
    long appointments,
    long offers,
    long returned,
    BigDecimal money,
    BigDecimal share) {

  /** From 0 to 1; nobody to lose is no share. */
  public double lostShare() {
    return base == 0 ? 0 : (double) losers / base;
  }
}

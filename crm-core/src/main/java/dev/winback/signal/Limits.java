package dev.winback.signal;

import java.math.BigDecimal;
import java.util.List;

/**
 * The limits of the rules (rules.md, "opening"): silence classes in days, ascending; multiples of
 * the mean gap; the fewest purchases and days that make a rhythm.
 */
public record Limits(
    List<Integer> classes,
    int lostClass,
    BigDecimal lateTimes,
    BigDecimal lostTimes,
    int latePurchases,
    int lateDays) {

  public static final Limits DEFAULT =
      new Limits(List.of(90, 180, 360), 180, new BigDecimal("1.5"), new BigDecimal("3"), 3, 14);
}

package dev.winback.offer;

import dev.winback.shared.Refused;
import java.util.Arrays;
import java.util.Locale;

/** What kind of thing an offer is: it says how its cost is counted. */
public enum Shape {
  /** Percent of the first order. */
  DISCOUNT,
  /** Better service, an upgrade. */
  SERVICE,
  /** A discount and better service at once. */
  BOTH,
  /** Part of a debt is written off (DEC-31). */
  DEBT,
  /** All else that money can buy (DEC-30). */
  EXTRA;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the customer is told a percent. */
  public boolean percent() {
    return this == DISCOUNT || this == BOTH || this == DEBT;
  }

  public static Shape ofCode(String code) {
    return Arrays.stream(values())
        .filter(shape -> shape.code().equals(code))
        .findFirst()
        .orElseThrow(() -> Refused.field("shape", "offer.refused.shape", code));
  }
}

package dev.winback.offer;

import dev.winback.shared.Refused;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the proposals are after (DEC-29): the figures behind it are those of Kumar, Bhagwat and
 * Zhang (Harvard Business Review 3/2016): both offers at once bring most customers back (47 %) and
 * cost most, better service alone earns most on the money.
 */
public enum Objective {
  /** A discount for who left over the price, better service for who left over the service. */
  MATCHED,
  /** Most returns: both at once. */
  RETURNS,
  /** Best return on the money: better service only. */
  ROI;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it would offer to whose trouble is about this; null: nobody knows. */
  Shape shape(@Nullable String problem) {
    if (this == RETURNS || this == MATCHED && "both".equals(problem)) {
      return Shape.BOTH;
    }
    return this == MATCHED && "price".equals(problem) ? Shape.DISCOUNT : Shape.SERVICE;
  }

  public static Objective ofCode(@Nullable String code) {
    return Arrays.stream(values())
        .filter(objective -> objective.code().equals(code))
        .findFirst()
        .orElseThrow(() -> Refused.field("objective", "offer.refused.objective", "" + code));
  }
}

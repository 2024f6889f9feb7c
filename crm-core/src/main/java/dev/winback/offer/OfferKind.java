package dev.winback.offer;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of offer as the firm keeps it; words of null are the shipped ones. It costs {@code
 * percent} (the discount) and {@code share} in percent of the first order and {@code fixed} in the
 * firm's currency; {@code benchmark} is the percent of the sources that took it, never a forecast.
 */
public record OfferKind(
    String code,
    @Nullable String name,
    @Nullable String words,
    Shape shape,
    List<String> problems,
    List<String> reasons,
    int percent,
    BigDecimal fixed,
    BigDecimal share,
    boolean approval,
    @Nullable Integer benchmark,
    boolean shipped,
    boolean retired,
    long version) {

  /**
   * Whether it answers what he left for; as long as nobody knows, a discount alone answers nothing
   * (science.md, "Offers and experiments").
   */
  public boolean fits(@Nullable String problem, @Nullable String reason) {
    if (problems.isEmpty() || reason != null && reasons.contains(reason)) {
      return true;
    }
    return problems.contains(problem == null ? "service" : problem);
  }

  /** It is given on top of something else (DEC-34). */
  public boolean needsPlus() {
    return code.equals("make-good");
  }
}

package dev.winback.lapse;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Two reps who could return each other's lost customers: as many of one as of the other, the
 * dearest first (DEC-23).
 */
public record Swap(Side one, Side other) {

  /** What one of them lost and the other would win back; by login and name. */
  public record Side(String login, String name, List<Case> cases) {}

  /** One lost customer; money a year. */
  public record Case(
      LapseId lapse, String ref, String customer, BigDecimal valueYear, String currency) {}

  /** The word by which a page names the pair and each loss that it shows. */
  public String key() {
    return named(one) + "~" + named(other);
  }

  private static String named(Side side) {
    return side.cases().stream()
        .map(loss -> "." + loss.lapse().value())
        .collect(Collectors.joining("", side.login(), ""));
  }
}

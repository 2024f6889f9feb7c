package dev.winback.romi;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the return on the cost is made of: returns with our help and without, what was spent, and
 * the two arms of the comparison.
 */
public enum RomiPart {
  HELPED,
  ALONE,
  DISCOUNTS,
  GIFTS,
  LETTERS,
  CALLS,
  BONUS,
  TREATED,
  KEPT;

  /** Those that bring turnover. */
  static final List<RomiPart> TURNOVER = List.of(HELPED, ALONE);

  /** Those that cost. */
  static final List<RomiPart> COST = List.of(DISCOUNTS, GIFTS, LETTERS, CALLS, BONUS);

  /** Of the comparison, which is of all days. */
  public boolean arm() {
    return this == TREATED || this == KEPT;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<RomiPart> ofCode(String code) {
    return Arrays.stream(values()).filter(part -> part.code().equals(code)).findFirst();
  }

  static List<String> codes() {
    return Arrays.stream(values()).map(RomiPart::code).toList();
  }
}

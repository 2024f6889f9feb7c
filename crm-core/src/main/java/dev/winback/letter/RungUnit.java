package dev.winback.letter;

import dev.winback.shared.Refused;
import java.util.Arrays;
import java.util.Locale;

/**
 * In what a rung counts silence: days, months of the calendar, or multiples of the customer's own
 * mean gap between purchases.
 */
public enum RungUnit {
  DAYS,
  MONTHS,
  RHYTHM;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static RungUnit ofCode(String code) {
    return Arrays.stream(values())
        .filter(unit -> unit.code().equals(code))
        .findFirst()
        .orElseThrow(() -> Refused.field("unit", "letter.refused.unit", code));
  }
}

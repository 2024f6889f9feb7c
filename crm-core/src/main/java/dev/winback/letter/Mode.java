package dev.winback.letter;

import dev.winback.shared.Refused;
import java.util.Arrays;
import java.util.Locale;

/** Whether a rung writes: not at all, after a person released each letter, or by itself. */
public enum Mode {
  OFF,
  REVIEW,
  LIVE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Mode ofCode(String code) {
    return Arrays.stream(values())
        .filter(mode -> mode.code().equals(code))
        .findFirst()
        .orElseThrow(() -> Refused.field("mode", "letter.refused.mode", code));
  }
}

package dev.winback.reason;

import dev.winback.shared.Refused;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the trouble is about (UND-05); it drives the chance of a return, and both is futile. */
public enum Problem {
  PRICE,
  SERVICE,
  BOTH;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Null for nothing said. */
  public static @Nullable Problem ofCode(@Nullable String code) {
    if (code == null || code.isBlank()) {
      return null;
    }
    return Arrays.stream(values())
        .filter(problem -> problem.code().equals(code.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> Refused.field("problem", "reason.refused.problem", code));
  }
}

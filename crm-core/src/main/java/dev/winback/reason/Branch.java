package dev.winback.reason;

import dev.winback.shared.Refused;
import java.util.Arrays;
import java.util.Locale;

/** The groups of reasons (UND-03): what drew the customer away, what drove him off, neither. */
public enum Branch {
  LURED,
  DISSATISFIED,
  CIRCUMSTANCES;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Branch ofCode(String code) {
    return Arrays.stream(values())
        .filter(branch -> branch.code().equals(code.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> Refused.field("branch", "reason.refused.branch", code));
  }
}

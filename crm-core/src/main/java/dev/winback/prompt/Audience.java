package dev.winback.prompt;

import dev.winback.shared.Refused;
import java.util.Arrays;
import java.util.Locale;

/** Whom news reach: buyers without an open loss, with one, VIPs, good customers, or all buyers. */
public enum Audience {
  ACTIVE,
  INACTIVE,
  VIP,
  GOOD,
  EVERYBODY;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Audience ofCode(String code) {
    return Arrays.stream(values())
        .filter(audience -> audience.code().equals(code))
        .findFirst()
        .orElseThrow(() -> Refused.field("audience", "prompt.refused.audience", code));
  }
}

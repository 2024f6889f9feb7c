package dev.winback.staff;

import dev.winback.shared.Refused;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How experienced a member is, which decides whom he may win back (DEC-24, DEC-25). */
public enum Seniority {
  NOVICE,
  REGULAR,
  SENIOR;

  /** The word in URLs and answers. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Seniority ofCode(@Nullable String code) {
    return Arrays.stream(values())
        .filter(seniority -> seniority.code().equalsIgnoreCase(code))
        .findFirst()
        .orElseThrow(() -> Refused.field("seniority", "team.refused.seniority", "" + code));
  }
}

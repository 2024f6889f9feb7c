package dev.winback.worth;

import java.util.Locale;

/** How a lost customer can be asked to come back. */
public enum Channel {
  CALL,
  EMAIL,
  /** He cannot be reached, or does not want to be. */
  NONE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Channel of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}

package dev.winback.why;

import java.util.Locale;

/** What sort of person decides at the customer (UND-26), and so which argument fits. */
public enum Personality {
  MANAGER,
  MOTHER,
  MECHANIC,
  MOTIVATOR;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

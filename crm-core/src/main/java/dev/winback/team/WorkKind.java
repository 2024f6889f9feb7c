package dev.winback.team;

import java.util.Locale;

/** Which names behind the figures of the team a list shows. */
public enum WorkKind {
  PROMISES,
  CALLS,
  RETURNS;

  /** The word in addresses and files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

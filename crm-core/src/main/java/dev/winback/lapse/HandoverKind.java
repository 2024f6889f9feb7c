package dev.winback.lapse;

import java.util.Locale;

/** Why customers go from one person to another. */
public enum HandoverKind {
  /** Somebody left the firm. */
  LEFT,
  /** Another specialist fits better (DEC-26). */
  TRANSFER,
  /** You return his, he returns yours (DEC-23). */
  SWAP,
  /** The customer moved to the region of another branch (CAL-34). */
  MOVED;

  /** The word in the database, URLs and answers. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

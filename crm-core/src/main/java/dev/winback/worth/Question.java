package dev.winback.worth;

import java.util.Locale;

/** The four questions before somebody is won back (DEC-16). */
public enum Question {
  /** What must be done to return him. */
  WHAT,
  /** The chance after that. */
  CHANCE,
  /** What it costs. */
  COST,
  /** How the loyal customers will take it. */
  LOYAL;

  /** The word in tables, URLs and answers. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

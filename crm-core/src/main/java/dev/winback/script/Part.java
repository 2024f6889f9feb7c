package dev.winback.script;

import java.util.Locale;

/** The parts of a call in their order (CAL-10, CAL-11); the apology is in the last one. */
public enum Part {
  OPENING,
  CONVENIENT,
  PURPOSE,
  QUESTIONS,
  WHYS,
  OWN_WORDS,
  OPTIONS,
  AGREEMENT,
  SUMMARY,
  THANKS;

  /** The word in the database, in URLs and in answers. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

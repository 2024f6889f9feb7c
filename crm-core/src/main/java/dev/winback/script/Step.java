package dev.winback.script;

/** The steps of a call in their order (CAL-11): the apology stands at the end (CAL-10). */
public enum Step {
  OPENER,
  CONVENIENT,
  PURPOSE,
  QUESTIONS,
  WHYS,
  OWN_WORDS,
  OPTIONS,
  AGREEMENT,
  SUMMARY,
  CLOSE;

  /** The word in pages and in answers. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}

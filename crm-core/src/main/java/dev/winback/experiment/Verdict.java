package dev.winback.experiment;

/** What may be said of an experiment. */
public enum Verdict {
  /** Before the first look. */
  TOO_EARLY,
  /** Looked at, and neither shown nor over. */
  GOES_ON,
  WORKS,
  HARMS,
  /** Over, and no difference was shown; a small one may be there. */
  NOT_SHOWN
}

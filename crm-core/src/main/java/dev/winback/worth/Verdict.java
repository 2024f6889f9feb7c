package dev.winback.worth;

import java.util.Locale;

/** What the scales say of a loss (DEC-17). */
public enum Verdict {
  /** It pays even if the chance is as low as it may be. */
  WORTH,
  /** It pays at the chance that is expected, and not at the lowest. */
  DOUBTFUL,
  /** It costs more than it brings. */
  NOT_WORTH,
  /** No channel is open: contact data first. */
  UNREACHABLE,
  /** Moved, or the person is gone: not for win-back (DET-23). */
  GONE,
  /** Came back once already and left again: only a manager may try (DEC-27). */
  TWICE_LOST,
  /**
   * Nothing is known of his money in the firm's currency, or too little history to say a chance.
   */
  UNKNOWN;

  /** The word in tables, URLs and answers. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

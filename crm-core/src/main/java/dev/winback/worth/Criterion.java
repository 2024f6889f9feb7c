package dev.winback.worth;

import java.util.Locale;

/** What speaks for returning a customer (DEC-18), and what against it (DEC-19). */
public enum Criterion {
  BIG_MARGIN(true),
  TURNOVER(true),
  PROMISING(true),
  /** Politically important: the firm's visiting card. */
  VISITING_CARD(true),
  HURTS_COMPETITOR(true),
  LOW_MARGIN(false),
  PAYS_BADLY(false),
  RARE_AND_LITTLE(false),
  TOO_DEMANDING(false),
  /** Only a person can say. */
  RUDE(false),
  /** Runs for a penny. */
  NO_LOYALTY(false);

  private final boolean inFavour;

  Criterion(boolean inFavour) {
    this.inFavour = inFavour;
  }

  /** True where it speaks for him. */
  public boolean speaksFor() {
    return inFavour;
  }

  /** The word in tables, URLs and answers. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

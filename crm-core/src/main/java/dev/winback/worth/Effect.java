package dev.winback.worth;

/**
 * A plus or a minus of a chance: what one feature does to the log-odds against the mean of open
 * losses (the first 2,000 of them), beta × (value − mean).
 *
 * @param value of this customer: 1 where a fact holds, 0.5 where it is only guessed, 0 where it
 *     does not, else a number
 * @param known false: nobody knows whether it is so, and it counts as if it were not
 * @param learned the share of it that the firm's own outcomes say, from 0 to 1; the rest is
 *     published
 */
public record Effect(String feature, double value, boolean known, double logOdds, double learned) {

  public boolean plus() {
    return logOdds > 0;
  }

  /** Something that is so or not so, and here is not. */
  public boolean absent() {
    return value == 0;
  }

  /** What nobody knows, and an offer that nobody makes, speak neither for nor against (929). */
  boolean says() {
    return known && !(absent() && feature.startsWith("offer-"));
  }

  /** More than half of it is what our own outcomes say. */
  public boolean ours() {
    return learned > 0.5;
  }

  /** A reason that nobody but us has told (DEC-14). */
  public boolean guessed() {
    return Features.OF_REASON.contains(feature) && value == Features.GUESS;
  }
}

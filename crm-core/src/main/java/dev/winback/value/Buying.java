package dev.winback.value;

/**
 * When one customer bought up to a day, and for how much: all that the models ask of him
 * (science.md, "Data per customer"). Times are weeks; several purchases of one day are one.
 *
 * @param repeats x: the days with a purchase after the first one
 * @param recency t_x: from the first to the last of them, 0 without repeats
 * @param age T: from the first purchase to the day that is looked at
 * @param logGaps the sum of ln(gap) over the gaps between them
 * @param spend the money of these days
 */
public record Buying(int repeats, double recency, double age, double logGaps, Spend spend) {

  /** Days of a week, for whoever counts in days. */
  public static final double WEEK = 7;

  /**
   * Money of one customer in the firm's currency; days that brought none, or less, are left out.
   *
   * @param repeats the days after the first one that brought money
   * @param mean m: their mean, 0 without any
   * @param first what the first day brought
   */
  public record Spend(int repeats, double mean, double first) {

    public static final Spend NONE = new Spend(0, 0, 0);

    /** False for who never paid in the firm's currency: nothing can be said of his money. */
    public boolean known() {
      return repeats > 0 || first > 0;
    }
  }

  /** Weeks without a purchase. */
  public double silence() {
    return age - recency;
  }

  /** The same customer if he bought once more at this moment. */
  public Buying returned() {
    double gap = silence() > 0 ? Math.log(silence()) : 0;
    return new Buying(repeats + 1, age, age, logGaps + gap, spend);
  }
}

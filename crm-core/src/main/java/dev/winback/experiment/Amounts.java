package dev.winback.experiment;

/**
 * Sums of money a head, who brought nothing counted with 0: how many, their sum and the sum of
 * their squares.
 */
public record Amounts(long n, double sum, double squares) {

  public static final Amounts NONE = new Amounts(0, 0, 0);

  public Amounts plus(Amounts other) {
    return new Amounts(n + other.n, sum + other.sum, squares + other.squares);
  }

  /** A head; of nobody it is 0. */
  public double mean() {
    return n == 0 ? 0 : sum / n;
  }

  /** Of a head's amount, by n - 1. */
  double variance() {
    return n < 2 ? 0 : Math.max(0, (squares - n * mean() * mean()) / (n - 1));
  }

  /**
   * Welch's interval of the difference of two means; with few heads the normal quantile z is a
   * little narrow, so nothing is said of fewer than two.
   */
  public Interval above(Amounts other, double z) {
    if (n < 2 || other.n < 2) {
      return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
    double half = z * Math.sqrt(variance() / n + other.variance() / other.n);
    double difference = mean() - other.mean();
    return new Interval(difference - half, difference + half);
  }
}

package dev.winback.experiment;

/** How many of so many came back. */
public record Share(long returned, long of) {

  public static final Share NONE = new Share(0, 0);

  public Share {
    if (returned < 0 || returned > of) {
      throw new IllegalArgumentException(returned + " of " + of);
    }
  }

  /** From 0 to 1; of nobody it is 0. */
  public double rate() {
    return of == 0 ? 0 : (double) returned / of;
  }

  public Share plus(Share other) {
    return new Share(returned + other.returned, of + other.of);
  }

  /** By how much this rate is above the other's, from -1 to 1. */
  public double above(Share other) {
    return rate() - other.rate();
  }

  /**
   * Newcombe's interval of the difference to another share, by Wilson's intervals of both (Newcombe
   * 1998, method 10); everything is possible while one of the two is of nobody.
   */
  public Interval above(Share other, double z) {
    if (of == 0 || other.of == 0) {
      return new Interval(-1, 1);
    }
    var mine = wilson(z);
    var its = other.wilson(z);
    double difference = above(other);
    double down = Math.hypot(rate() - mine.low(), its.high() - other.rate());
    double up = Math.hypot(mine.high() - rate(), other.rate() - its.low());
    return new Interval(difference - down, difference + up);
  }

  /** Wilson's interval of the rate; z is the quantile of the normal distribution, 1.96 for 95 %. */
  public Interval wilson(double z) {
    if (of == 0) {
      return new Interval(0, 1);
    }
    double n = of;
    double p = rate();
    double scale = 1 + z * z / n;
    double middle = (p + z * z / (2 * n)) / scale;
    double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / scale;
    return new Interval(Math.max(0, middle - half), Math.min(1, middle + half));
  }
}

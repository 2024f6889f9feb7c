package dev.winback.value;

/**
 * From which day of silence on a customer is late, science.md (6): the smallest g with Q(t + g) /
 * Q(t) &lt;= q, after which only a share q of such customers would still order. The ratio depends
 * on the repeats n and on w = g / (alpha + t) alone, so w is tabulated by n and a look-up costs no
 * more than a product.
 */
final class Lateness {

  private static final int TABLED = 512;
  private static final int HALVINGS = 50;

  /** Ten years: who may be silent for longer is never late, and dates stay dates. */
  private static final int MOST_DAYS = 3_650;

  private final Cnbd model;
  private final double q;
  private final double[] limits = new double[TABLED];

  Lateness(Cnbd model, double q) {
    if (!(q > 0 && q < 1)) {
      throw new IllegalArgumentException("a share between 0 and 1 is needed, not " + q);
    }
    this.model = model;
    this.q = q;
    for (int n = 0; n < TABLED; n++) {
      limits[n] = limit(n);
    }
  }

  /** Whole days: silent for so long, the customer is late. */
  int days(int repeats, double weeksOfLast) {
    double days = Math.ceil(weeks(repeats, weeksOfLast) * Buying.WEEK);
    return (int) Math.min(days, MOST_DAYS);
  }

  double weeks(int repeats, double weeksOfLast) {
    double w = repeats < TABLED ? limits[repeats] : limit(repeats);
    return w * (model.alpha() + weeksOfLast);
  }

  private double limit(int repeats) {
    return model.k() == 1
        ? Math.expm1(-Math.log(q) / model.shape(repeats))
        : bisected(repeats, Math.log(q));
  }

  private double bisected(int repeats, double logQ) {
    double low = 0;
    double high = 1;
    while (model.logQuiet(repeats, high) > logQ) {
      high *= 2;
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (model.logQuiet(repeats, middle) > logQ) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}

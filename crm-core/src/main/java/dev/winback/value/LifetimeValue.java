package dev.winback.value;

/** What a customer is worth in purchases to come, science.md (9). */
public final class LifetimeValue {

  /** Weeks of a month. */
  private static final double MONTH = 4.345;

  private LifetimeValue() {}

  /** Purchases to come of a customer who is alive, each discounted to today. */
  static double purchases(Cnbd model, int repeats, double age, ValueTerms terms) {
    double sum = 0;
    double before = 0;
    double discount = 1;
    for (int month = 1; month <= terms.months(); month++) {
      double until = NbdSeries.expected(model, repeats, age, MONTH * month);
      discount /= 1 + terms.monthlyRate();
      sum += (until - before) * discount;
      before = until;
    }
    return sum;
  }
}
